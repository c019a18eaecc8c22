-- Gives back what was charged. KEYS: one for each charge. ARGV: microseconds for each.
for i, key in ipairs(KEYS) do
  local full = tonumber(redis.call('GET', key))
  if full then
    redis.call('SET', key, string.format('%.0f', full - tonumber(ARGV[i])), 'KEEPTTL')
  end
end
return {}
