#pragma once
// download_output: where the bytes of one download go.

#include <memory>
#include <string>
#include <string_view>

#include <feishu/client/impl/stoppable_function.hpp>
#include <feishu/core/error.hpp>
#include <feishu/core/impl/macros.hpp>
#include <feishu/core/impl/native_file.hpp>

namespace feishu::detail {

/// Errors: of kind file, or canceled by a callback. Not thread-safe.
class download_output {
public:
    virtual ~download_output() = default;

    /// Precedes everything else.
    virtual result<void> open() = 0;
    /// The next bytes.
    virtual result<void> write(std::string_view bytes) = 0;
    /// Forgets all bytes: the file begins again. False if that is impossible.
    virtual bool restart() = 0;
    /// The file is complete.
    virtual result<void> commit() = 0;
    /// The download has failed; leaves nothing behind. After `commit` it does nothing.
    virtual void discard() {}
};

/// A file beside the target until it is complete, which then replaces the target.
class file_output final : public download_output {
public:
    explicit file_output(std::string path) : path_(std::move(path)) {}
    ~file_output() override { discard(); }

    FEISHU_DECL result<void> open() override;
    FEISHU_DECL result<void> write(std::string_view bytes) override;
    bool restart() override { return file_.clear() == 0; }
    FEISHU_DECL result<void> commit() override;
    FEISHU_DECL void discard() override;

private:
    std::string path_;
    std::string temporary_{}; ///< its path while it exists
    native_file file_{};
};

/// A string, which exists longer.
class memory_output final : public download_output {
public:
    explicit memory_output(std::string& bytes) : bytes_(bytes) {}

    result<void> open() override { return {}; }
    result<void> write(std::string_view bytes) override {
        bytes_ += bytes;
        return {};
    }
    bool restart() override {
        bytes_.clear();
        return true;
    }
    result<void> commit() override { return {}; }

private:
    std::string& bytes_;
};

using chunk_callback = stoppable_function<std::string_view>;

/// A user's function.
class callback_output final : public download_output {
public:
    explicit callback_output(chunk_callback callback) : callback_(std::move(callback)) {}

    result<void> open() override { return {}; }
    FEISHU_DECL result<void> write(std::string_view bytes) override;
    bool restart() override { return false; }
    result<void> commit() override { return {}; }

private:
    chunk_callback callback_;
};

} // namespace feishu::detail

#ifndef FEISHU_SEPARATE_COMPILATION
#include <feishu/client/impl/download_output.ipp>
#endif
