// Preloaded into a worker: sets its process's wall clock back or forward when the test says so. Monotonic time goes on.
const realNow = Date.now;
let byMs = 0;

Date.now = () => realNow() + byMs;
process.on('message', (message: unknown) => {
  if (message !== null && typeof message === 'object' && 'shiftMs' in message) byMs = Number(message.shiftMs);
});
// Listening must not keep the process alive.
process.channel?.unref();
