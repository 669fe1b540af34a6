// Prints, as one JSON object, what is wrong with each file by the published OpenAPI 3.1 meta-schema; "" when nothing is.
import { compileErrors, validate } from "@readme/openapi-parser";

const found = {};
for (const file of process.argv.slice(2)) {
  try {
    const result = await validate(file);
    found[file] = result.valid ? "" : compileErrors(result);
  } catch (problem) {
    found[file] = String(problem);
  }
}
console.log(JSON.stringify(found));
