// Holds .glb files to the glTF 2.0 specification with the Khronos validator: no error, no warning.
// NODE_PATH says where gltf-validator is installed; the arguments are the files.
const fs = require('fs');
const validator = require('gltf-validator');

async function clean(file) {
  const report = await validator.validateBytes(new Uint8Array(fs.readFileSync(file)), { uri: file, maxIssues: 100 });
  const { numErrors, numWarnings, numInfos, numHints, messages } = report.issues;
  console.log(`${file}: gltf-validator ${report.validatorVersion}: ${numErrors} errors, ${numWarnings} warnings, ${numInfos} infos, ${numHints} hints`);
  messages.forEach(({ code, message, pointer }) => console.log(`  ${code} ${pointer ?? ''}: ${message}`));
  const { totalVertexCount, totalTriangleCount, drawCallCount, materialCount } = report.info ?? {};
  console.log(`  ${drawCallCount} draw calls, ${materialCount} materials, ${totalVertexCount} vertices, ${totalTriangleCount} triangles`);
  return numErrors + numWarnings === 0;
}

(async () => {
  const results = await Promise.all(process.argv.slice(2).map(clean));
  process.exit(results.length > 0 && results.every(Boolean) ? 0 : 1);
})();
