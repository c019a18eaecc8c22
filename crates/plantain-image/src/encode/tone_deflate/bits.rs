//! Writing bits, least significant first.

/// Gathers bits and appends them to a vector of bytes.
pub(crate) struct BitWriter<'a> {
    out: &'a mut Vec<u8>,
    bits: u64,
    /// Number of bits gathered, at most 63.
    count: u32,
}

impl<'a> BitWriter<'a> {
    pub fn new(out: &'a mut Vec<u8>) -> Self {
        Self {
            out,
            bits: 0,
            count: 0,
        }
    }

    /// Gathers a code: its bits and how many. Between two flushes at most 56 bits fit.
    #[inline]
    pub fn put(&mut self, (bits, count): (u64, u32)) {
        self.bits |= bits << self.count;
        self.count += count;
        debug_assert!(self.count < 64, "flush before more than 56 bits");
    }

    /// Appends the whole bytes gathered so far.
    #[inline]
    pub fn flush(&mut self) {
        let whole = self.count / 8;
        // Eight bytes are copied and the surplus taken back: faster than copying as many as there are.
        self.out.extend_from_slice(&self.bits.to_le_bytes());
        self.out.truncate(self.out.len() - 8 + whole as usize);
        self.bits >>= whole * 8;
        self.count %= 8;
    }

    /// Fills the last byte with zeros and appends it.
    pub fn align(&mut self) {
        self.count = self.count.next_multiple_of(8);
        self.flush();
    }

    /// Appends whole bytes; the writer must be aligned.
    pub fn bytes(&mut self, bytes: &[u8]) {
        debug_assert_eq!(self.count, 0);
        self.out.extend_from_slice(bytes);
    }
}
