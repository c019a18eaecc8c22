//! JPEG: an XMP segment, and segments of our own for what does not fit one.
//!
//! A segment holds at most 64 KiB. The scene, and an XMP packet that is too long, are compressed and cut into pieces
//! under APP10; each piece says what it belongs to and its number, from 0, and how many there are.

use super::deflated::{deflate, inflate};
use super::{Metadata, SCENE_BYTES_MAX, XMP_BYTES_MAX, clean, xmp};
use crate::jpeg_segments::{APP1, Segment, segments as segments_of};
use crate::{Format, ImageError, Result};

/// How an XMP segment starts.
const XMP_START: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// How our own segments start.
const OWN_START: &[u8] = b"plantain\0";
const APP10: u8 = 0xEA;
/// Most bytes in a segment after its two length bytes.
pub(crate) const SEGMENT_MAX: usize = 65_533;
/// Most bytes of a stream in one of our segments: what is left after the start, the kind and two numbers.
const PIECE_MAX: usize = SEGMENT_MAX - OWN_START.len() - 1 - 4;
const KIND_SCENE: u8 = b'S';
const KIND_XMP: u8 = b'X';

/// Returns the metadata as segments, ready to stand after the JFIF one.
pub(crate) fn segments(metadata: &Metadata) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let described = Metadata {
        scene_json: None,
        ..metadata.clone()
    };
    if !described.is_empty() {
        let packet = xmp::packet(&described)?;
        if packet.len() + XMP_START.len() <= SEGMENT_MAX {
            push_segment(&mut out, APP1, &[XMP_START, packet.as_bytes()]);
        } else {
            push_pieces(&mut out, KIND_XMP, &packet)?;
        }
    }
    if let Some(scene) = &metadata.scene_json {
        push_pieces(&mut out, KIND_SCENE, &clean(scene))?;
    }
    Ok(out)
}

fn push_pieces(out: &mut Vec<u8>, kind: u8, text: &str) -> Result<()> {
    let stream = deflate(text.as_bytes())?;
    let pieces = stream.chunks(PIECE_MAX);
    // The limits on texts keep the count far below 65,536: 32 MiB of noise are 513 pieces.
    let count = (pieces.len() as u16).to_be_bytes();
    for (index, piece) in pieces.enumerate() {
        let index = (index as u16).to_be_bytes();
        push_segment(out, APP10, &[OWN_START, &[kind], &index, &count, piece]);
    }
    Ok(())
}

/// Appends a segment of these parts, at most [`SEGMENT_MAX`] bytes together.
pub(crate) fn push_segment(out: &mut Vec<u8>, marker: u8, parts: &[&[u8]]) {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    out.extend_from_slice(&[0xFF, marker]);
    out.extend_from_slice(&(length as u16 + 2).to_be_bytes());
    parts.iter().for_each(|part| out.extend_from_slice(part));
}

/// Returns the metadata in the segments before a JPEG file's pixels.
pub(super) fn read(file: &[u8]) -> Result<Metadata> {
    let own = |kind| -> Result<Option<Vec<u8>>> { gather(segments_of(file), kind) };
    let mut metadata = if let Some(stream) = own(KIND_XMP)? {
        xmp::read(&inflate(
            &stream,
            "the bytes of the XMP packet",
            XMP_BYTES_MAX,
            Format::Jpeg,
        )?)?
    } else {
        let packet = segments_of(file)
            .filter(|segment| segment.marker == APP1)
            .find_map(|segment| segment.content.strip_prefix(XMP_START));
        packet.map_or(Ok(Metadata::default()), |packet| {
            xmp::read(&String::from_utf8_lossy(packet))
        })?
    };
    if let Some(stream) = own(KIND_SCENE)? {
        let scene = inflate(
            &stream,
            "the bytes of the scene",
            SCENE_BYTES_MAX,
            Format::Jpeg,
        )?;
        metadata.scene_json = Some(scene);
    }
    Ok(metadata)
}

/// Returns our pieces of one kind, joined; none if there are none.
fn gather<'a>(segments: impl Iterator<Item = Segment<'a>>, kind: u8) -> Result<Option<Vec<u8>>> {
    let mut stream = Vec::new();
    let mut expected = None;
    let mut found = 0_u16;
    for segment in segments.filter(|segment| segment.marker == APP10) {
        let Some(rest) = segment.content.strip_prefix(OWN_START) else {
            continue;
        };
        let Some((&[piece_kind, i1, i0, n1, n0], piece)) = rest.split_first_chunk::<5>() else {
            continue;
        };
        if piece_kind != kind {
            continue;
        }
        let (index, count) = (u16::from_be_bytes([i1, i0]), u16::from_be_bytes([n1, n0]));
        if index != found || expected.is_some_and(|known| known != count) || index >= count {
            let detail = format!("its metadata piece {index} of {count} is out of order");
            return Err(ImageError::damaged(Format::Jpeg, detail));
        }
        expected = Some(count);
        found += 1;
        stream.extend_from_slice(piece);
    }
    match expected {
        Some(count) if count != found => {
            let detail = format!("it holds {found} of its {count} metadata pieces");
            Err(ImageError::damaged(Format::Jpeg, detail))
        }
        expected => Ok(expected.map(|_| stream)),
    }
}
