// feishu-openapi: prints the OpenAPI 3.1 document of everything the library binds, made from the structs by reflection.

#include <iostream>

#include <boost/json/serialize.hpp>

#include <feishu/api/all.hpp>

#include "reflect.hpp"

int main() {
    std::cout << boost::json::serialize(codegen::document_of<feishu::all, feishu::all_events>()) << '\n';
}
