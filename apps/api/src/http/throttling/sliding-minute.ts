/** The clock of the server: those of the processes may differ. `now` in milliseconds. */
export const SERVER_CLOCK = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)`;

/**
 * Counts one request as the throttler's own memory does while nothing is blocked for longer than its minute. The key
 * holds a list: when the announced window ends, then when each counted request stops to count, the oldest first. What
 * is older than the clock is dropped, a refused request is not added, and an idle key ends by itself.
 *
 * Answers the hits, the seconds to the window's end, whether it is refused, and the seconds until one is free again.
 */
export const COUNT_REQUEST = `
  local key, ttl, limit = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])

  local window = tonumber(redis.call('LPOP', key) or 0)
  if window <= now then window = now + ttl end

  local oldest = tonumber(redis.call('LINDEX', key, 0) or nil)
  while oldest and oldest <= now do
    redis.call('LPOP', key)
    oldest = tonumber(redis.call('LINDEX', key, 0) or nil)
  end

  local hits = redis.call('LLEN', key)
  local refused = hits >= limit
  if not refused then redis.call('RPUSH', key, string.format('%.0f', now + ttl)) end

  redis.call('LPUSH', key, string.format('%.0f', window))
  local newest = tonumber(redis.call('LINDEX', key, -1))
  redis.call('PEXPIREAT', key, string.format('%.0f', math.max(window, newest)))

  local function seconds(instant) return math.ceil((instant - now) / 1000) end
  return { hits + 1, seconds(window), refused and 1 or 0, refused and seconds(oldest or window) or 0 }`;
