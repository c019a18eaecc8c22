//! A reply of JSON with large pictures in it: the text as it is, the pictures as base64 that is made piece by piece while it
//! is sent. So a picture of many megabytes is in memory once, as itself.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use base64_simd::STANDARD;
use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Bytes of a picture that become one piece: a multiple of three, so that only the last one is padded.
const PIECE_BYTES: usize = 3 * 16 * 1024;

/// A part of the body.
#[derive(Debug)]
pub enum Part {
    Text(Bytes),
    /// Sent as base64.
    Picture(Bytes),
}

impl Part {
    fn sent_bytes(&self) -> u64 {
        let bytes = match self {
            Self::Text(text) => text.len(),
            Self::Picture(picture) => STANDARD.encoded_length(picture.len()),
        };
        bytes as u64
    }
}

/// The body.
#[derive(Debug, Default)]
pub struct Parcel {
    parts: VecDeque<Part>,
}

impl Parcel {
    pub fn new(parts: impl IntoIterator<Item = Part>) -> Self {
        Self {
            parts: parts.into_iter().collect(),
        }
    }

    fn next_piece(&mut self) -> Option<Bytes> {
        match self.parts.front_mut()? {
            Part::Picture(picture) if picture.len() > PIECE_BYTES => {
                let piece = picture.split_to(PIECE_BYTES);
                Some(STANDARD.encode_to_string(piece).into())
            }
            _ => match self.parts.pop_front()? {
                Part::Text(text) => Some(text),
                Part::Picture(picture) => Some(STANDARD.encode_to_string(picture).into()),
            },
        }
    }
}

impl Body for Parcel {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.next_piece().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.parts.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.parts.iter().map(Part::sent_bytes).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;

    #[test]
    fn pieces_make_the_whole_and_its_length_is_told() {
        for length in [
            0,
            1,
            PIECE_BYTES - 1,
            PIECE_BYTES,
            PIECE_BYTES + 1,
            3 * PIECE_BYTES + 2,
        ] {
            let picture: Bytes = (0..length).map(|n| (n * 31) as u8).collect();
            let mut parcel = Parcel::new([
                Part::Text("\"".into()),
                Part::Picture(picture.clone()),
                Part::Text("\"".into()),
            ]);
            let told = parcel.size_hint().exact().unwrap();
            let mut sent = Vec::new();
            while let Some(piece) = parcel.next_piece() {
                assert!(piece.len() <= PIECE_BYTES / 3 * 4);
                sent.extend_from_slice(&piece);
            }
            let whole = base64::engine::general_purpose::STANDARD.encode(&picture);
            assert_eq!(sent, format!("\"{whole}\"").into_bytes(), "{length}");
            assert_eq!(told, sent.len() as u64);
            assert!(parcel.is_end_stream());
        }
    }
}
