#include <feishu/http/impl/operation_memory.hpp>

#include <cstddef>
#include <memory>

#include <boost/test/unit_test.hpp>

namespace {

using feishu::http::detail::operation_allocator;
using feishu::http::detail::operation_memory;

struct large {
    std::byte bytes[4096];
};

bool is_inside(operation_memory const& memory, void const* place) {
    auto const* const begin = reinterpret_cast<char const*>(&memory);
    auto const* const at = static_cast<char const*>(place);
    return at >= begin && at < begin + sizeof memory;
}

BOOST_AUTO_TEST_SUITE(http_operation_memory)

BOOST_AUTO_TEST_CASE(one_operation_after_the_other_is_inside) {
    operation_memory memory;
    operation_allocator<double> const numbers((operation_allocator<>(memory)));
    for (int i = 0; i < 3; ++i) {
        auto* const number = numbers.allocate(2);
        BOOST_TEST(is_inside(memory, number));
        number[1] = 1;
        numbers.deallocate(number, 2);
    }
}

BOOST_AUTO_TEST_CASE(a_second_one_at_the_same_time_is_outside) {
    operation_memory memory;
    operation_allocator<int> const numbers(memory);
    auto* const first = numbers.allocate(1);
    auto* const second = numbers.allocate(1);
    BOOST_TEST(is_inside(memory, first));
    BOOST_TEST(!is_inside(memory, second));
    numbers.deallocate(first, 1);
    auto* const third = numbers.allocate(1);
    BOOST_TEST(is_inside(memory, third));
    numbers.deallocate(second, 1);
    auto* const fourth = numbers.allocate(1);
    BOOST_TEST(!is_inside(memory, fourth));
    numbers.deallocate(third, 1);
    numbers.deallocate(fourth, 1);
}

BOOST_AUTO_TEST_CASE(a_large_one_is_outside) {
    operation_memory memory;
    operation_allocator<large> const larges(memory);
    auto* const one = larges.allocate(1);
    BOOST_TEST(!is_inside(memory, one));
    auto* const small = operation_allocator<int>(larges).allocate(1);
    BOOST_TEST(is_inside(memory, small));
    operation_allocator<int>(larges).deallocate(small, 1);
    larges.deallocate(one, 1);
}

BOOST_AUTO_TEST_CASE(allocators_of_the_same_memory_are_equal) {
    operation_memory one;
    operation_memory other;
    BOOST_TEST((operation_allocator<int>(one) == operation_allocator<char>(one)));
    BOOST_TEST((operation_allocator<int>(one) != operation_allocator<int>(other)));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace
