// Writes the types of an OpenAPI document: node generate.mjs DOCUMENT TYPES [DOCUMENT TYPES ...]
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";

const blob = ts.factory.createTypeReferenceNode("Blob");
const arguments_ = process.argv.slice(2);
for (let i = 0; i < arguments_.length; i += 2) {
  const types = await openapiTypescript(pathToFileURL(arguments_[i]), {
    // Without it the content of a file would be a string.
    transform: (schema) => (schema.format === "binary" ? blob : undefined),
  });
  fs.mkdirSync(path.dirname(arguments_[i + 1]), { recursive: true });
  fs.writeFileSync(arguments_[i + 1], astToString(types));
}
