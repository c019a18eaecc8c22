-- One request against all limits of its caller: charged whole, or not at all.
-- KEYS: one for each charge, then the places. ARGV: now (us; empty: this server's), holder, places_max, lease_us, then for
-- each charge step_us, fill_us, cost. Answers granted, places held, then for each charge fits, remaining, reset_us, retry_us.
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local holder, places_max, lease = ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])
local count = #KEYS - 1
local places = KEYS[#KEYS]
local granted, held = true, 0

if holder ~= '' then
  redis.call('ZREMRANGEBYSCORE', places, '-inf', string.format('%.0f', now))
  held = redis.call('ZCARD', places)
  if held >= places_max and not redis.call('ZSCORE', places, holder) then
    granted = false
  end
end

local lines = {}
for i = 1, count do
  local step, fill, cost = tonumber(ARGV[2 + 3 * i]), tonumber(ARGV[3 + 3 * i]), tonumber(ARGV[4 + 3 * i])
  -- A clock that was set back must not lock anybody out for longer than an empty allowance takes to fill.
  local full = math.min(math.max(tonumber(redis.call('GET', KEYS[i])) or now, now), now + fill)
  local charged = full + cost * step
  local fits = charged <= now + fill
  if not fits then
    granted = false
  end
  lines[i] = { step = step, fill = fill, full = full, charged = charged, fits = fits, never = cost * step > fill }
end

local answer = { granted and 1 or 0, held }
for i, line in ipairs(lines) do
  local full = granted and line.charged or line.full
  if granted and full > now then
    local milliseconds = math.ceil((full - now) / 1000) + 1
    redis.call('SET', KEYS[i], string.format('%.0f', full), 'PX', string.format('%.0f', milliseconds))
  end
  local retry = -1
  if not line.fits and not line.never then
    retry = line.charged - now - line.fill
  end
  answer[#answer + 1] = line.fits and 1 or 0
  answer[#answer + 1] = math.floor((now + line.fill - full) / line.step)
  answer[#answer + 1] = full - now
  answer[#answer + 1] = retry
end

if granted and holder ~= '' then
  redis.call('ZADD', places, string.format('%.0f', now + lease), holder)
  answer[2] = redis.call('ZCARD', places)
  -- Longer than any lease in it: the newest ends last.
  redis.call('PEXPIRE', places, string.format('%.0f', math.ceil(lease / 1000) + 1000))
end
return answer
