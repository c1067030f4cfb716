// DuckDB as a peer: runs one SQL statement, in order, and prints nothing. usage: NODE_PATH=... node duckdb.mjs THREADS SQL
import { createRequire } from "node:module";

const { DuckDBInstance } = createRequire(process.env.DUCKDB_FOLDER + "/")("@duckdb/node-api");
const instance = await DuckDBInstance.create(":memory:", { threads: process.argv[2] });
const connection = await instance.connect();
for (const statement of process.argv.slice(3)) await connection.run(statement);
