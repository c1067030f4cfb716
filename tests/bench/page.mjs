// A roster of a million rows in the page, against PapaParse in the same browser, which only parses it.
//
// usage: node page.mjs CHROMIUM PAGE [ROWS]     (after npm ci --prefix tests)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file, rows = "1000000"] = process.argv.slice(2);
const papa = readFileSync(createRequire(import.meta.url).resolve("papaparse/papaparse.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ["--js-flags=--expose-gc"] });
const page = await browser.newPage();
await page.goto(pathToFileURL(resolve(file)).href);
await page.waitForSelector("html[data-ready]");
await page.evaluate(papa);
const times = await page.evaluate((count) => {
  const list = Array.from({ length: count }, (_, i) => `Organisation ${i},${["general", "premier"][i % 2]},${1 + i * 7919 % 20000},DE`);
  const text = `org,tier,employees,country\n${list.join("\n")}\n`;
  const bytes = new TextEncoder().encode(text);
  // Neither pays for what the other has left to the garbage collector.
  const timed = (work) => { globalThis.gc(); const begin = performance.now(); work(); return performance.now() - begin; };
  const pairs = [];
  for (let i = 0; i < 5; i++)
    pairs.push([timed(() => quote_roster(bytes, "roster.csv")), timed(() => globalThis.Papa.parse(text))]);
  return pairs;
}, Number(rows));
await browser.close();
const median = (list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
const ours = median(times.map(([page]) => page)), theirs = median(times.map(([, parse]) => parse));
console.log(`${rows} rows: the page ${ours.toFixed(0)} ms, PapaParse ${theirs.toFixed(0)} ms: ${(ours / theirs).toFixed(3)} of its time (medians of 5 pairs)`);
