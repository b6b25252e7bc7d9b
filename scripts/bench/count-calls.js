/** Loaded before a program (`node -r`): writes how many HTTP requests it made, in the end, to CALLS_FILE. */
const http = require('node:http');
const { writeFileSync } = require('node:fs');

let calls = 0;
const request = http.request;
http.request = (...args) => {
  calls += 1;
  return request.apply(http, args);
};
process.on('exit', () => writeFileSync(process.env.CALLS_FILE, String(calls)));
