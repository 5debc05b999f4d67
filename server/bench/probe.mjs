// Loaded into each measured process: answers how much processor time (microseconds, all threads) it has used, and its resident memory (bytes).
process.on('message', ({ ask, id }) => {
  if (ask !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send({ id, cpu: user + system, user, resident: process.memoryUsage.rss() });
});
process.channel?.unref();
process.on('disconnect', () => process.exit()); // the benchmark was broken off
