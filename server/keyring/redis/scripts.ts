/**
 * What the store does in one step, in Lua: nobody sees half of it, and a second run of the same (a connection can be lost between a command
 * and its answer) changes nothing or is told apart.
 *
 * A listing is `<order>.<sealed entry>`, an authentication `<generation>.<sealed entry and tokens>`. Order and generation are
 * microseconds of the store's clock, the only one that all instances share; a generation is always greater than the one before.
 */

/** The time, never at or before `previous`; drops a key that holds another kind of value than ours. */
const library = `
local function stamp(previous)
  local time = redis.call('TIME')
  local now = string.format('%d%06d', time[1], time[2])
  if previous and tonumber(previous) >= tonumber(now) then return string.format('%.0f', tonumber(previous) + 1) end
  return now
end
local function only(key, kind)
  local found = redis.call('TYPE', key).ok
  if found ~= kind and found ~= 'none' then redis.call('DEL', key) end
end
local function head(value) return value and string.match(value, '^(%d+)%.') end
`;

const define = (lua: string) => ({ lua: library + lua });

export const scripts = {
  /**
   * Lists an authentication and stores its tokens. `begins` says that the keyring is a new one; without it there must be one.
   *
   * listings, authentication; id, the listing as it was read, sealed entry, sealed entry and tokens, seconds to live, capacity, begins
   */
  keyringPut: define(`
only(KEYS[1], 'hash') only(KEYS[2], 'string')
if ARGV[7] == '' and redis.call('EXISTS', KEYS[1]) == 0 then return 'gone' end
local listed = redis.call('HGET', KEYS[1], ARGV[1]) or ''
if listed ~= ARGV[2] then return 'changed' end
if listed == '' and redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[6]) then return 'full' end
local generation = stamp(head(redis.call('GET', KEYS[2])))
redis.call('HSET', KEYS[1], ARGV[1], (head(listed) or stamp()) .. '.' .. ARGV[3])
redis.call('SET', KEYS[2], generation .. '.' .. ARGV[4], 'EX', ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[5])
return generation`),

  /**
   * Stores refreshed tokens, unless somebody wrote since they were read: a late write loses.
   *
   * authentication, listings; generation as it was read, sealed entry and tokens, seconds to live
   */
  keyringRenew: define(`
only(KEYS[1], 'string')
local generation = head(redis.call('GET', KEYS[1]))
if generation ~= ARGV[1] then return 'changed' end
local next = stamp(generation)
redis.call('SET', KEYS[1], next .. '.' .. ARGV[2], 'EX', ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return next`),

  /**
   * Replaces an entry where it is listed and beside its tokens, which live as long as before.
   *
   * listings, authentication; id, the listing as it was read, generation as it was read, sealed entry, sealed entry and tokens
   */
  keyringChange: define(`
only(KEYS[1], 'hash') only(KEYS[2], 'string')
local listed = redis.call('HGET', KEYS[1], ARGV[1])
local generation = head(redis.call('GET', KEYS[2]))
if listed ~= ARGV[2] or generation ~= ARGV[3] then return 'changed' end
redis.call('HSET', KEYS[1], ARGV[1], head(listed) .. '.' .. ARGV[4])
redis.call('SET', KEYS[2], stamp(generation) .. '.' .. ARGV[5], 'KEEPTTL')
return 'done'`),

  /** listings, authentication; id */
  keyringRemove: define(`
only(KEYS[1], 'hash')
redis.call('DEL', KEYS[2])
return redis.call('HDEL', KEYS[1], ARGV[1])`),

  /** listings; what the key of an authentication begins with, before its id */
  keyringClear: define(`
only(KEYS[1], 'hash')
local ids = redis.call('HKEYS', KEYS[1])
for _, id in ipairs(ids) do redis.call('DEL', ARGV[1] .. id) end
redis.call('DEL', KEYS[1])
return ids`),

  /**
   * Takes the lease of a refresh, where nobody has it, and tells what there is to refresh.
   *
   * lease, authentication, refusal; owner, milliseconds that the lease lasts. Answers whether it is the owner's, the authentication, and the
   * generation that Podio refused to renew
   */
  leaseTake: define(`
only(KEYS[1], 'string') only(KEYS[2], 'string') only(KEYS[3], 'string')
local owner = redis.call('GET', KEYS[1])
local mine = (not owner or owner == ARGV[1]) and 1 or 0
if mine == 1 then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return {mine, redis.call('GET', KEYS[2]) or '', redis.call('GET', KEYS[3]) or ''}`),

  /** lease; owner, milliseconds */
  leaseRenew: define(`if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end return redis.call('PEXPIRE', KEYS[1], ARGV[2])`),

  /** lease; owner */
  leaseRelease: define(`if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end return redis.call('DEL', KEYS[1])`),

  /** refusal; generation, milliseconds for which Podio is not asked again */
  refusalKeep: define(`redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1`),

  /**
   * Binds a sign-in to a browser; beyond the limit the oldest gives way.
   *
   * logins; name, sealed login, how many at most, seconds that one lasts
   */
  loginStart: define(`
only(KEYS[1], 'hash')
while redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) do
  local oldest, since
  local all = redis.call('HGETALL', KEYS[1])
  for i = 1, #all, 2 do
    local started = tonumber(head(all[i + 1]) or 0)
    if not since or started < since then oldest, since = all[i], started end
  end
  redis.call('HDEL', KEYS[1], oldest)
end
redis.call('HSET', KEYS[1], ARGV[1], stamp() .. '.' .. ARGV[2])
return redis.call('EXPIRE', KEYS[1], ARGV[4])`),

  /** Takes a sign-in, once: what it was, or nothing. logins; name, seconds that one lasts */
  loginTake: define(`
only(KEYS[1], 'hash')
local login = redis.call('HGET', KEYS[1], ARGV[1])
redis.call('HDEL', KEYS[1], ARGV[1])
if not login or tonumber(head(login) or 0) + ARGV[2] * 1000000 <= tonumber(stamp()) then return '' end
return string.match(login, '%.(.*)$')`),

  /**
   * Lets an attempt run, where of each key fewer were refused and run than the limit allows.
   *
   * for each key the refused and the running; limit, id of the attempt (none: only looks), milliseconds that it runs at most. Answers how many
   * milliseconds to wait, and for which key (from 0): one that was refused too often, or -1 where only others have to end
   */
  attemptBegin: define(`
local now = math.floor(tonumber(stamp()) / 1000)
local limit = tonumber(ARGV[1])
local wait = 0
for _, key in ipairs(KEYS) do
  only(key, 'zset')
  redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
end
if redis.call('ZSCORE', KEYS[2], ARGV[2]) then return {0, -1} end
for i = 1, #KEYS, 2 do
  local refused = redis.call('ZCARD', KEYS[i])
  if refused >= limit then return {tonumber(redis.call('ZRANGE', KEYS[i], 0, 0, 'WITHSCORES')[2]) - now, (i - 1) / 2} end
  if refused + redis.call('ZCARD', KEYS[i + 1]) >= limit then wait = 1 end
end
if wait == 1 or ARGV[2] == '' then return {wait, -1} end
for i = 2, #KEYS, 2 do
  redis.call('ZADD', KEYS[i], now + ARGV[3], ARGV[2])
  redis.call('PEXPIRE', KEYS[i], ARGV[3])
end
return {0, -1}`),

  /** Ends an attempt. as above; id of the attempt, milliseconds for which it counts as refused (none: it was not) */
  attemptEnd: define(`
local now = math.floor(tonumber(stamp()) / 1000)
for i = 1, #KEYS, 2 do
  redis.call('ZREM', KEYS[i + 1], ARGV[1])
  if ARGV[2] ~= '' then
    redis.call('ZADD', KEYS[i], now + ARGV[2], ARGV[1])
    redis.call('PEXPIRE', KEYS[i], ARGV[2])
  end
end
return 1`),
} as const;

export type ScriptName = keyof typeof scripts;
