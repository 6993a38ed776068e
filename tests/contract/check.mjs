// SPDX-License-Identifier: GPL-3.0-or-later
// check.mjs <tidings-demo-server> <tst_live> <schema.yml>
//
// 1. Starts the demo server and runs the live test against it through a recorder, which passes every byte on unchanged.
// 2. Plays each recorded exchange through `prism proxy`, with the recorded answer as its upstream. Prism names what breaks
//    the schema, in requests and answers alike, in the header `sl-violations`. (The test does not talk through Prism itself:
//    Prism decodes and encodes JSON again, which rounds big integers.)
// 3. Fails on every violation that exceptions.json does not explain, on every exception that nothing needed, and when a
//    request that breaks the schema on purpose is not noticed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [demoProgram, testProgram, schema] = process.argv.slice(2);
const exceptions = JSON.parse(readFileSync(path.join(here, 'exceptions.json'), 'utf8'));
const host = '127.0.0.1';
const maxHeaderSize = 4 * 1024 * 1024; // a page of events can break the schema in many places
const hopByHop = ['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length'];
const children = [];

function fail(message) {
    console.error(`contract: ${message}`);
    process.exitCode = 1;
}

function start(program, args, options) {
    const child = spawn(program, args, options);
    children.push(child);
    child.on('error', (error) => fail(`${program}: ${error.message}`));
    return child;
}

function listen(server) {
    return new Promise((resolve, reject) => {
        server.on('error', reject);
        server.listen(0, host, () => resolve(server.address().port));
    });
}

async function freePort() {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    return port;
}

// The first match of the pattern in what the child prints.
function waitForOutput(child, pattern, name) {
    return new Promise((resolve, reject) => {
        let text = '';
        const read = (chunk) => {
            text += chunk;
            const match = pattern.exec(text);
            if (match)
                resolve(match);
        };
        child.stdout.on('data', read);
        child.stderr?.on('data', read);
        child.on('exit', (code) => reject(new Error(`${name} ended with status ${code}: ${text.slice(-2000)}`)));
    });
}

async function bodyOf(stream) {
    const chunks = [];
    for await (const chunk of stream)
        chunks.push(chunk);
    return Buffer.concat(chunks);
}

function withoutHopByHop(headers) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.includes(name)));
}

function send(port, { method, url, headers, body }) {
    return new Promise((resolve, reject) => {
        const out = { ...withoutHopByHop(headers), host: `${host}:${port}` };
        if (body.length > 0 || !['GET', 'DELETE'].includes(method))
            out['content-length'] = body.length;
        const request = http.request({ host, port, method, path: url, headers: out, maxHeaderSize, agent: false },
            async (answer) => {
                try {
                    resolve({ status: answer.statusCode, headers: answer.headers, body: await bodyOf(answer) });
                } catch (error) {
                    reject(error);
                }
            });
        request.on('error', reject);
        request.end(body);
    });
}

function write(response, answer) {
    const headers = withoutHopByHop(answer.headers);
    if (answer.status !== 204)
        headers['content-length'] = answer.body.length;
    response.writeHead(answer.status, headers);
    response.end(answer.body);
}

function halvesOf(answer) {
    const json = JSON.parse(answer.body.toString());
    const items = Array.isArray(json) ? json : json.results;
    if (!Array.isArray(items) || items.length < 2)
        throw new Error('Prism cut its list of violations off, of an answer that has no parts');
    const middle = Math.floor(items.length / 2);
    return [items.slice(0, middle), items.slice(middle)].map((part) => ({ ...answer,
        body: Buffer.from(JSON.stringify(Array.isArray(json) ? part : { ...json, results: part })) }));
}

// Asks Prism what breaks the schema in an exchange: a list of {location, message, answer}.
class Judge {
    #answer = null;

    async start() {
        const upstream = http.createServer(async (request, response) => {
            await bodyOf(request);
            write(response, this.#answer);
        });
        const upstreamPort = await listen(upstream);
        this.upstream = upstream;
        this.port = await freePort();
        const prism = path.join(here, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
        const child = start(process.execPath, [`--max-http-header-size=${maxHeaderSize}`, prism, 'proxy', '-h', host,
            '-p', String(this.port), schema, `http://${host}:${upstreamPort}`], { stdio: ['ignore', 'pipe', 'pipe'] });
        await waitForOutput(child, /Prism is listening/, 'prism');
        child.stdout.resume();
        child.stderr.resume();
    }

    async violations(request, answer) {
        this.#answer = answer;
        const judged = await send(this.port, request);
        if (judged.status !== answer.status)
            throw new Error(`prism answered ${judged.status} to ${request.method} ${request.url}: ${judged.body}`);
        const list = judged.headers['sl-violations'] ?? '[]';
        // Prism cuts a long list off. The items of a page do not depend on each other, so its halves are judged instead.
        if (list.startsWith('['))
            return JSON.parse(list).map((violation) => ({ ...violation, answer }));
        const [first, second] = halvesOf(answer);
        return [...await this.violations(request, first), ...await this.violations(request, second)];
    }
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

function operationOf({ method, url }) {
    return `${method} ${url.split('?')[0].replace(uuid, '{uuid}')}`;
}

function explains(exception, exchange, violation) {
    return exception.operations.includes(operationOf(exchange.request))
        && exception.status === exchange.answer.status
        && new RegExp(`^(${exception.location})$`).test((violation.location ?? []).join('.'))
        && new RegExp(exception.message).test(violation.message)
        && (!exception.value || new RegExp(exception.value).test(JSON.stringify(valueAt(violation))));
}

// What stands in the answer at the place of the violation.
function valueAt({ location, answer }) {
    const [side, part, ...keys] = location;
    if (side !== 'response' || part !== 'body')
        return null;
    return keys.reduce((value, key) => value?.[key], JSON.parse(answer.body.toString()));
}

async function record() {
    const token = randomBytes(24).toString('hex');
    const demo = start(demoProgram, ['--token-stdin', '--release', '2026.8', '--events', '450', '--notifications', '40'],
        { stdio: ['pipe', 'pipe', 'inherit'] });
    demo.stdin.write(`${token}\n`);
    const demoPort = Number((await waitForOutput(demo, /listening on http:\/\/127\.0\.0\.1:(\d+)/, 'demo server'))[1]);

    const exchanges = [];
    const recorder = http.createServer(async (incoming, response) => {
        try {
            const request = { method: incoming.method, url: incoming.url, headers: incoming.headers,
                body: await bodyOf(incoming) };
            const answer = await send(demoPort, request);
            exchanges.push({ request, answer });
            write(response, answer);
        } catch (error) {
            fail(`the recorder could not pass on ${incoming.method} ${incoming.url}: ${error.message}`);
            response.destroy();
        }
    });
    const port = await listen(recorder);
    const test = start(testProgram, [], { stdio: 'inherit', env: { ...process.env, TIDINGS_TEST_CONTRACT: '1',
        TIDINGS_TEST_SERVER: `http://${host}:${port}`, TIDINGS_TEST_TOKEN: token } });
    const status = await new Promise((resolve) => test.on('exit', (code, signal) => resolve(code ?? signal)));
    if (status !== 0)
        fail(`the live test ended with status ${status}`);

    // Not made by the program: shows that Prism would notice.
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', 'content-type': 'application/json' };
    const bad = { method: 'POST', url: '/api/v3/events/events/', headers, body: Buffer.from('{"action":"no_such_action"}') };
    const badExchange = { request: bad, answer: await send(demoPort, bad) };
    recorder.close();
    return { exchanges, badExchange };
}

async function main() {
    const judge = new Judge();
    const [, { exchanges, badExchange }] = await Promise.all([judge.start(), record()]);
    if (exchanges.length === 0)
        return fail('nothing was recorded');

    const noticed = await judge.violations(badExchange.request, badExchange.answer);
    if (!noticed.some((violation) => violation.location?.[0] === 'request'))
        fail('Prism did not notice a request that breaks the schema');

    const counts = new Map();
    const needed = new Map(exceptions.map((exception) => [exception, 0]));
    const unexplained = new Map();
    for (const exchange of exchanges) {
        const operation = operationOf(exchange.request);
        counts.set(operation, (counts.get(operation) ?? 0) + 1);
        for (const violation of await judge.violations(exchange.request, exchange.answer)) {
            const exception = exceptions.find((each) => explains(each, exchange, violation));
            if (exception) {
                needed.set(exception, needed.get(exception) + 1);
                continue;
            }
            const place = (violation.location ?? []).join('.');
            const line = `${operation} (HTTP ${exchange.answer.status}): ${place}: ${violation.message}`
                .replace(/\.\d+(?=\.| |:)/g, '.#').slice(0, 300);
            unexplained.set(line, (unexplained.get(line) ?? 0) + 1);
        }
    }
    for (const [operation, count] of [...counts].sort())
        console.log(`contract: ${String(count).padStart(4)} x ${operation}`);
    for (const [line, count] of unexplained)
        fail(`violation (${count} x) ${line}`);
    for (const [exception, count] of needed) {
        if (count === 0)
            fail(`exceptions.json: nothing needed this any more: ${exception.why}`);
    }
    const excused = [...needed.values()].reduce((sum, count) => sum + count, 0);
    console.log(`contract: ${exchanges.length} exchanges, ${counts.size} operations, ${excused} explained violations, `
        + `${unexplained.size} others`);
}

let exitCode = 1;
try {
    await main();
    exitCode = process.exitCode ?? 0;
} catch (error) {
    console.error(`contract: ${error.stack}`);
}
for (const child of children)
    child.kill();
process.exit(exitCode);
