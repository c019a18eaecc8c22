-- Another lease for a place that is still held. KEYS: the places. ARGV: now (us; empty: this server's), holder, lease_us.
local now = tonumber(ARGV[1])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000000 + time[2]
end
local lease = tonumber(ARGV[3])
local until_us = tonumber(redis.call('ZSCORE', KEYS[1], ARGV[2]))
if until_us and until_us > now then
  redis.call('ZADD', KEYS[1], string.format('%.0f', now + lease), ARGV[2])
  redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.ceil(lease / 1000) + 1000))
end
return {}
