// Opens each page in Chromium, at a desk's and a phone's width, light and dark, and as paper. Fails where axe finds a
// violation, the page writes to the console, asks the network for anything, or is wider than its window.
//
// usage: node check.mjs CHROMIUM FOLDER [SCREENSHOTS]     (every *.html of FOLDER; screenshots go there when named)
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, folder, screenshots] = process.argv.slice(2);
const quiet = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--disable-quic"];
const views = [
  { name: "desk-light", width: 1200, colorScheme: "light" },
  { name: "desk-dark", width: 1200, colorScheme: "dark" },
  { name: "phone-light", width: 360, colorScheme: "light" },
  { name: "phone-dark", width: 360, colorScheme: "dark" },
  { name: "paper", width: 800, colorScheme: "light", media: "print" },
];

async function faultsOf(browser, file, view) {
  const faults = [];
  const address = pathToFileURL(resolve(folder, file)).href;
  // The page forbids scripts, so axe's own needs the policy out of its way; the policy itself is looked for below.
  const context = await browser.newContext({ viewport: { width: view.width, height: 900 },
    colorScheme: view.colorScheme, bypassCSP: true, serviceWorkers: "block" });
  const page = await context.newPage();
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:"))
      faults.push(`request: ${request.url()}`);
  });
  await page.emulateMedia({ media: view.media ?? "screen", colorScheme: view.colorScheme });
  await page.goto(address, { waitUntil: "load" });
  const seen = await page.evaluate(() => ({
    scripts: document.scripts.length,
    policy: document.querySelector("meta[http-equiv=Content-Security-Policy]")?.content ?? "",
    width: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
    headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => Number(heading.tagName[1])),
  }));
  if (seen.scripts !== 0) faults.push(`the page has ${seen.scripts} scripts`);
  if (!seen.policy.includes("default-src 'none'")) faults.push("the page allows itself to fetch");
  if (seen.width > seen.window) faults.push(`the page is ${seen.width} wide in a window of ${seen.window}`);
  if (seen.headings.filter((rank) => rank === 1).length !== 1) faults.push("the page has not exactly one h1");
  seen.headings.forEach((rank, i) => {
    if (i > 0 && rank > seen.headings[i - 1] + 1) faults.push(`h${rank} follows h${seen.headings[i - 1]}`);
  });
  if (screenshots)
    await page.screenshot({ path: join(screenshots, `${file.replace(/\.html$/, "")}-${view.name}.png`), fullPage: true });
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  for (const { id, help, nodes } of violations)
    faults.push(`axe: ${id}: ${help}: ${nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
  await context.close();
  return faults;
}

const files = readdirSync(folder).filter((file) => file.endsWith(".html")).sort();
if (files.length === 0) throw new Error(`no page in ${folder}`);
const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: quiet });
let failed = 0;
for (const file of files)
  for (const view of views)
    for (const fault of await faultsOf(browser, file, view)) {
      failed += 1;
      console.log(`${file}, ${view.name}: ${fault}`);
    }
await browser.close();
console.log(`${files.length} pages in ${views.length} views: ${failed} faults`);
process.exit(failed === 0 ? 0 : 1);
