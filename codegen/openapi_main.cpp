// feishu-openapi: prints the OpenAPI 3.1 document of everything the library binds, made from the structs by reflection.

#include <iostream>

#include <boost/json/serialize.hpp>

#include <feishu/api/all.hpp>
#include <feishu/openapi/document.hpp>

int main() {
    std::cout << boost::json::serialize(feishu::openapi::document_of<feishu::all, feishu::all_events>(
                     {"Feishu Open Platform: messaging", "1.0.0"})) << '\n';
}
