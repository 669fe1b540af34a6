// Uses a struct generated from a spec of this folder, and prints where it is called.
#include <acme/v1/order.hpp>

#include <iostream>

#include <feishu/core/endpoint.hpp>

static_assert(feishu::endpoint<acme::v1::order::get>);

#ifdef WITH_ORDERS // generated from one of the documents
#include <orders/v1/order.hpp>
static_assert(feishu::endpoint<orders::v1::order::get>);
#endif

int main() {
    acme::v1::order::get::response const order{.buyer = {.name = "Ann"}};
    std::cout << acme::v1::order::get::spec.path << ' ' << order.buyer.name << '\n';
}
