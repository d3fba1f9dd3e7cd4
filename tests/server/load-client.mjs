import { Agent, get, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * A load balancer and its clients, on a thread of their own: they ask for as long as the server says that it is ready,
 * and tell what became of each request. Whatever is not answered is lost.
 */
const { url, clients, query } = workerData;
const agent = new Agent({ keepAlive: true });
const statuses = [];
const lost = [];
let ready = true;

function isReady() {
  return new Promise((resolve) => {
    get(`${url}/health/ready`, (incoming) => resolve(incoming.resume().statusCode === 200)).on('error', () =>
      resolve(false),
    );
  });
}

async function balance() {
  while (ready) {
    await wait(50);
    ready = await isReady();
  }
}

function ask() {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/graphql`, { method: 'POST', agent, headers }, (incoming) => {
      incoming
        .resume()
        .on('end', () => resolve(incoming.statusCode))
        .on('error', reject);
    });
    outgoing.on('error', reject).end(body);
  });
}

async function client() {
  while (ready) {
    await ask().then(
      (status) => statuses.push(status),
      (error) => lost.push(String(error)),
    );
    if (statuses.length === 200) parentPort.postMessage('under load');
  }
}

await Promise.all([balance(), ...Array.from({ length: clients }, client)]);
agent.destroy();
parentPort.postMessage({ statuses, lost });
