//! Where a request stands in a distributed trace (W3C Trace Context, <https://www.w3.org/TR/trace-context/>).

use std::fmt;

/// Bytes of version 00 of the header: two, 32, 16 and two digits with hyphens between them.
const BYTES: usize = 55;

/// The place of one span in its trace, as the header `traceparent` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceContext {
    pub trace_id: [u8; 16],
    pub span_id: [u8; 8],
    /// Whoever began the trace wants it recorded.
    pub sampled: bool,
}

impl TraceContext {
    /// Reads a header; none for anything that is not valid. Later versions may say more at the end.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < BYTES || [2, 35, 52].iter().any(|at| bytes[*at] != b'-') {
            return None;
        }
        let [version]: [u8; 1] = digits(&bytes[..2])?;
        let whole = match version {
            0 => bytes.len() == BYTES,
            255 => false,
            _ => bytes.get(BYTES).is_none_or(|next| *next == b'-'),
        };
        let trace_id: [u8; 16] = digits(&bytes[3..35])?;
        let span_id: [u8; 8] = digits(&bytes[36..52])?;
        let [flags]: [u8; 1] = digits(&bytes[53..BYTES])?;
        (whole && trace_id != [0; 16] && span_id != [0; 8]).then_some(Self {
            trace_id,
            span_id,
            sampled: flags & 1 == 1,
        })
    }

    /// Returns the id of the trace in hexadecimal digits.
    pub fn trace(&self) -> String {
        hex(&self.trace_id)
    }
}

impl fmt::Display for TraceContext {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (trace, span) = (hex(&self.trace_id), hex(&self.span_id));
        write!(f, "00-{trace}-{span}-{:02x}", u8::from(self.sampled))
    }
}

/// Reads digits, which must be lower case.
fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_chunks::<2>().0) {
        *byte = digit(pair[0])? << 4 | digit(pair[1])?;
    }
    Some(bytes)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_as_the_recommendation_says() {
        let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        let context = TraceContext::parse(good).unwrap();
        assert_eq!(context.to_string(), good);
        assert_eq!(context.trace(), "4bf92f3577b34da6a3ce929d0e0e4736");
        assert!(context.sampled);
        for (text, sampled) in [
            (
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
                Some(false),
            ),
            (
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-03",
                Some(true),
            ),
            (
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                Some(true),
            ),
            (
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                None,
            ),
            (
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                None,
            ),
            (
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                None,
            ),
            (
                "00-4BF92F3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                None,
            ),
            (
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                None,
            ),
            (
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                None,
            ),
            (
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
                None,
            ),
            (
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                None,
            ),
            ("", None),
            ("äöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöüäöü", None),
        ] {
            let read = TraceContext::parse(text).map(|context| context.sampled);
            assert_eq!(read, sampled, "{text}");
        }
    }
}
