// A peer: the same transfers with libcurl.

#include <memory>
#include <string>

#include <curl/curl.h>

#include "transfer.hpp"

namespace {

std::size_t count_bytes(char*, std::size_t, std::size_t size, void* total) {
    *static_cast<std::size_t*>(total) += size;
    return size;
}

std::size_t produce(char* out, std::size_t size, std::size_t count, void*) {
    return bench::produce(out, size * count);
}

class client {
public:
    explicit client(std::string url) : url_(std::move(url)) {
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_TIMEOUT, 300L);
        set(CURLOPT_WRITEFUNCTION, &count_bytes);
    }

    void download(std::size_t size) {
        std::size_t received = 0;
        set(CURLOPT_HTTPGET, 1L);
        perform("/open-apis/bench/v1/files?bytes=" + std::to_string(size), received);
        if (received != size)
            bench::fail("not all bytes were received");
    }

    void upload(std::size_t size) {
        std::size_t received = 0;
        std::unique_ptr<curl_mime, release> form(curl_mime_init(curl_.get()));
        auto* const part = curl_mime_addpart(form.get());
        curl_mime_name(part, "file");
        curl_mime_filename(part, "a.bin");
        curl_mime_data_cb(part, static_cast<curl_off_t>(size), &produce, nullptr, nullptr, nullptr);
        set(CURLOPT_UPLOAD_BUFFERSIZE, 64L << 10); // the library's
        set(CURLOPT_MIMEPOST, form.get());
        perform("/open-apis/bench/v1/files", received);
        set(CURLOPT_MIMEPOST, static_cast<curl_mime*>(nullptr));
    }

private:
    template <class T>
    void set(CURLoption option, T value) {
        curl_easy_setopt(curl_.get(), option, value);
    }

    void perform(std::string const& target, std::size_t& received) {
        set(CURLOPT_URL, (url_ + target).c_str());
        set(CURLOPT_BUFFERSIZE, 64L << 10); // the library's
        set(CURLOPT_WRITEDATA, &received);
        if (auto const code = curl_easy_perform(curl_.get()); code != CURLE_OK)
            bench::fail(curl_easy_strerror(code));
    }

    struct release {
        void operator()(CURL* one) const { curl_easy_cleanup(one); }
        void operator()(curl_mime* one) const { curl_mime_free(one); }
    };
    std::string url_;
    std::unique_ptr<CURL, release> curl_{curl_easy_init()};
};

} // namespace

int main(int count, char** values) {
    bench::arguments const args(count, values);
    client curl(args.text("url"));
    bench::print_transfer(
        args, [&](std::size_t size) { args.name() == "upload" ? curl.upload(size) : curl.download(size); });
}
