// A reverse proxy that records requests as they arrive, byte by byte.

import { createServer, request as send } from "node:http";

const bytesOf = async (stream) => Buffer.concat(await stream.toArray());

/**
 * `await Recorder.start("http://127.0.0.1:9000")`; clients call `url`. `take()` returns what was recorded since the last
 * time: method, path, query, headers and body of each request, and its response.
 */
export class Recorder {
  /** Set to an exchange that was taken: the same method and path get its response again, without the server. */
  replayed = null;

  static async start(target) {
    const recorder = new Recorder(new URL(target));
    await new Promise((resolve) => recorder.#server.listen(0, "127.0.0.1", resolve));
    recorder.url = `http://127.0.0.1:${recorder.#server.address().port}`;
    return recorder;
  }

  take() {
    return this.#exchanges.splice(0);
  }

  stop() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #target;
  #server;
  #exchanges = [];

  constructor(target) {
    this.#target = target;
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch((problem) => response.destroy(problem));
    });
  }

  async #serve(request, response) {
    const { method, url, headers } = request;
    const at = url.indexOf("?");
    const path = at < 0 ? url : url.slice(0, at);
    const query = at < 0 ? "" : url.slice(at + 1);
    const exchange = { method, path, query, headers, body: await bytesOf(request) };
    const again = this.replayed?.method === method && this.replayed.path === path;
    exchange.response = again ? this.replayed.response : await this.#forward(url, exchange);
    this.#exchanges.push(exchange);
    response.writeHead(exchange.response.status, exchange.response.headers);
    response.end(exchange.response.body);
  }

  async #forward(url, { method, headers, body }) {
    const { hostname, port } = this.#target;
    const options = { hostname, port, method, path: url, headers: { ...headers, host: this.#target.host } };
    delete options.headers["transfer-encoding"]; // the body is sent in one piece
    if (body.length > 0) options.headers["content-length"] = body.length;
    const answer = await new Promise((resolve, reject) => {
      send(options, resolve).on("error", reject).end(body);
    });
    return { status: answer.statusCode, headers: answer.headers, body: await bytesOf(answer) };
  }
}
