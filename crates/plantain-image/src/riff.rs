//! WebP's container: a RIFF file of chunks.

const XMP_FLAG: u8 = 0x04;
const ALPHA_FLAG: u8 = 0x10;
const PROFILE_FLAG: u8 = 0x20;
/// Chunks that hold the picture itself.
const PICTURE_CHUNKS: [&[u8; 4]; 3] = [b"ALPH", b"VP8 ", b"VP8L"];

/// One chunk: its four-letter name and its content.
pub(crate) struct Chunk<'a> {
    pub name: &'a [u8; 4],
    pub content: &'a [u8],
}

/// Returns the chunks of a WebP file in order; the last is shorter than it claims if the file is cut.
pub(crate) fn chunks(file: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    chunks_of(file.get(12..).unwrap_or_default())
}

/// Returns the chunks in `rest`, which starts with one.
pub(crate) fn chunks_of(mut rest: &[u8]) -> impl Iterator<Item = Chunk<'_>> {
    std::iter::from_fn(move || {
        let (header, after) = rest.split_first_chunk::<8>()?;
        let (name, size) = header.split_first_chunk::<4>()?;
        let size = u32::from_le_bytes(*size.first_chunk()?) as usize;
        let (content, after) = after.split_at(size.min(after.len()));
        // Chunks are padded to even lengths.
        rest = after.get(size % 2..).unwrap_or_default();
        Some(Chunk { name, content })
    })
}

/// Returns where the content of the first chunk of this name starts.
pub(crate) fn content_offset(file: &[u8], name: &[u8; 4]) -> Option<usize> {
    let mut at = 12;
    for chunk in chunks(file) {
        if chunk.name == name {
            return Some(at + 8);
        }
        at += 8 + chunk.content.len().next_multiple_of(2);
    }
    None
}

/// Returns a WebP file's picture in an extended container with a colour profile and an XMP packet, where they are not
/// empty; none if the file has no picture.
pub(crate) fn extended(
    file: &[u8],
    (width, height): (u32, u32),
    has_alpha: bool,
    profile: &[u8],
    xmp: &[u8],
) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(file.len() + profile.len() + xmp.len() + 64);
    out.extend_from_slice(b"RIFF\0\0\0\0WEBP");
    let mut header = [0; 10];
    let flag = |is_there: bool, flag: u8| if is_there { flag } else { 0 };
    header[0] = flag(!profile.is_empty(), PROFILE_FLAG)
        | flag(!xmp.is_empty(), XMP_FLAG)
        | flag(has_alpha, ALPHA_FLAG);
    header[4..7].copy_from_slice(&(width - 1).to_le_bytes()[..3]);
    header[7..10].copy_from_slice(&(height - 1).to_le_bytes()[..3]);
    push_chunk(&mut out, b"VP8X", &header);
    if !profile.is_empty() {
        push_chunk(&mut out, b"ICCP", profile);
    }
    let bare = out.len();
    for chunk in chunks(file).filter(|chunk| PICTURE_CHUNKS.contains(&chunk.name)) {
        push_chunk(&mut out, chunk.name, chunk.content);
    }
    if out.len() == bare {
        return None;
    }
    if !xmp.is_empty() {
        push_chunk(&mut out, b"XMP ", xmp);
    }
    let size = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&size.to_le_bytes());
    Some(out)
}

fn push_chunk(out: &mut Vec<u8>, name: &[u8], content: &[u8]) {
    out.extend_from_slice(name);
    out.extend_from_slice(&(content.len() as u32).to_le_bytes());
    out.extend_from_slice(content);
    if content.len() % 2 == 1 {
        out.push(0);
    }
}
