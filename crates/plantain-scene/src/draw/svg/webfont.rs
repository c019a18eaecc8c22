//! Fonts that carry only the glyphs of one document, for embedding in SVG.
//!
//! Glyph numbers stay, so that every other table (character map, kerning, ligatures) stays right as it is: unused glyphs
//! become empty. OpenType 1.9, tables `glyf`, `loca` and `gvar`.

use std::collections::BTreeSet;

/// Glyphs that may be parts of parts; real fonts need two.
const COMPOSITE_DEPTH_MAX: usize = 8;

/// Tables that a document needs nothing of.
const DROPPED: [&[u8; 4]; 7] = [
    b"DSIG", b"hdmx", b"LTSH", b"VDMX", b"kern", b"meta", b"PCLT",
];

/// Returns the face as a font file of its own in which only `used` glyphs have outlines.
///
/// None for faces without TrueType outlines, and for files that are not fonts.
pub(super) fn subset(file: &[u8], index: u32, used: &BTreeSet<u32>) -> Option<Vec<u8>> {
    let face = Face::parse(file, index)?;
    let (loca, glyf) = (face.table(b"loca")?, face.table(b"glyf")?);
    let mut head = face.table(b"head")?.to_vec();
    let long = u16_at(&head, 50)? != 0;
    let count = u32::from(u16_at(face.table(b"maxp")?, 4)?);
    let outline = |glyph: u32| -> Option<&[u8]> {
        let at = glyph as usize;
        let place = |n: usize| -> Option<usize> {
            if long {
                Some(u32_at(loca, n * 4)? as usize)
            } else {
                Some(usize::from(u16_at(loca, n * 2)?) * 2)
            }
        };
        glyf.get(place(at)?..place(at + 1)?)
    };
    let kept = with_parts(used, &outline);
    let (glyf, loca) = packed(count, |glyph| {
        if kept.contains(&glyph) {
            outline(glyph).unwrap_or_default()
        } else {
            &[]
        }
    });
    head.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
    // The check sum of the whole file is left at 0: readers of web fonts compute their own.
    head.get_mut(8..12)?.fill(0);
    let mut tables = Vec::new();
    for (tag, body) in &face.tables {
        if DROPPED.contains(&tag) {
            continue;
        }
        let body = match tag {
            b"glyf" => glyf.clone(),
            b"loca" => loca.clone(),
            b"head" => head.clone(),
            b"gvar" => variations(body, &kept)?,
            _ => body.to_vec(),
        };
        tables.push((*tag, body));
    }
    Some(assembled(&tables))
}

/// Returns whether [`subset`] can make a font of this face.
pub(super) fn is_truetype(file: &[u8], index: u32) -> bool {
    Face::parse(file, index).is_some_and(|face| face.table(b"glyf").is_some())
}

struct Face<'a> {
    tables: Vec<([u8; 4], &'a [u8])>,
}

impl<'a> Face<'a> {
    fn parse(file: &'a [u8], index: u32) -> Option<Self> {
        let start = if file.get(..4)? == b"ttcf" {
            u32_at(file, 12 + index as usize * 4)? as usize
        } else {
            0
        };
        let count = usize::from(u16_at(file, start + 4)?);
        let mut tables = Vec::with_capacity(count);
        for n in 0..count {
            let record = start + 12 + n * 16;
            let tag: [u8; 4] = file.get(record..record + 4)?.try_into().ok()?;
            let (at, len) = (
                u32_at(file, record + 8)? as usize,
                u32_at(file, record + 12)? as usize,
            );
            tables.push((tag, file.get(at..at.checked_add(len)?)?));
        }
        Some(Self { tables })
    }

    fn table(&self, tag: &[u8; 4]) -> Option<&'a [u8]> {
        let found = self.tables.iter().find(|(name, _)| name == tag);
        found.map(|(_, body)| *body)
    }
}

/// Returns the glyphs with all that they are composed of, and the glyph for missing characters.
fn with_parts<'a>(
    used: &BTreeSet<u32>,
    outline: &impl Fn(u32) -> Option<&'a [u8]>,
) -> BTreeSet<u32> {
    let mut kept: BTreeSet<u32> = used.iter().copied().chain([0]).collect();
    let mut fresh: Vec<u32> = kept.iter().copied().collect();
    for _ in 0..COMPOSITE_DEPTH_MAX {
        let parts: BTreeSet<u32> = fresh
            .iter()
            .filter_map(|glyph| outline(*glyph))
            .flat_map(parts)
            .collect();
        fresh = parts.difference(&kept).copied().collect();
        kept.extend(&fresh);
    }
    kept
}

/// Returns the glyphs that a composite glyph refers to; none for a simple one.
fn parts(outline: &[u8]) -> Vec<u32> {
    const WORDS: u16 = 0x0001;
    const SCALE: u16 = 0x0008;
    const MORE: u16 = 0x0020;
    const SCALES: u16 = 0x0040;
    const MATRIX: u16 = 0x0080;
    let mut found = Vec::new();
    if u16_at(outline, 0).is_none_or(|contours| contours as i16 >= 0) {
        return found;
    }
    let mut at = 10;
    while let (Some(flags), Some(glyph)) = (u16_at(outline, at), u16_at(outline, at + 2)) {
        found.push(u32::from(glyph));
        at += 4 + if flags & WORDS != 0 { 4 } else { 2 };
        at += match flags {
            f if f & SCALE != 0 => 2,
            f if f & SCALES != 0 => 4,
            f if f & MATRIX != 0 => 8,
            _ => 0,
        };
        if flags & MORE == 0 {
            break;
        }
    }
    found
}

/// Returns the bodies one after the other, and the offsets of all of them as 32-bit numbers.
fn packed<'a>(count: u32, body: impl Fn(u32) -> &'a [u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut all, mut offsets) = (Vec::new(), Vec::with_capacity(count as usize * 4 + 4));
    for glyph in 0..count {
        offsets.extend((all.len() as u32).to_be_bytes());
        all.extend_from_slice(body(glyph));
        while !all.len().is_multiple_of(4) {
            all.push(0);
        }
    }
    offsets.extend((all.len() as u32).to_be_bytes());
    (all, offsets)
}

/// Returns the table of glyph variations with those of the kept glyphs only.
fn variations(gvar: &[u8], kept: &BTreeSet<u32>) -> Option<Vec<u8>> {
    let axes = usize::from(u16_at(gvar, 4)?);
    let shared = usize::from(u16_at(gvar, 6)?) * axes * 2;
    let shared_at = u32_at(gvar, 8)? as usize;
    let count = u32::from(u16_at(gvar, 12)?);
    let long = u16_at(gvar, 14)? & 1 != 0;
    let data = gvar.get(u32_at(gvar, 16)? as usize..)?;
    let place = |n: usize| -> Option<usize> {
        if long {
            Some(u32_at(gvar, 20 + n * 4)? as usize)
        } else {
            Some(usize::from(u16_at(gvar, 20 + n * 2)?) * 2)
        }
    };
    let (bodies, offsets) = packed(count, |glyph| {
        let at = glyph as usize;
        let range = place(at).zip(place(at + 1));
        let body = range.and_then(|(from, to)| data.get(from..to));
        body.filter(|_| kept.contains(&glyph)).unwrap_or_default()
    });
    let shared = gvar.get(shared_at..shared_at + shared)?;
    let new_shared_at = 20 + offsets.len();
    let mut table = gvar.get(..8)?.to_vec();
    table.extend((new_shared_at as u32).to_be_bytes());
    table.extend_from_slice(gvar.get(12..14)?);
    table.extend(1_u16.to_be_bytes());
    table.extend(((new_shared_at + shared.len()) as u32).to_be_bytes());
    table.extend(offsets);
    table.extend_from_slice(shared);
    table.extend(bodies);
    Some(table)
}

fn assembled(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let count = tables.len() as u16;
    let power = count.max(1).ilog2() as u16;
    let range = 16 << power;
    let mut file = Vec::new();
    file.extend(0x0001_0000_u32.to_be_bytes());
    for number in [count, range, power, (count * 16).saturating_sub(range)] {
        file.extend(number.to_be_bytes());
    }
    let mut at = 12 + tables.len() * 16;
    for (tag, body) in tables {
        file.extend_from_slice(tag);
        file.extend(sum(body).to_be_bytes());
        file.extend((at as u32).to_be_bytes());
        file.extend((body.len() as u32).to_be_bytes());
        at += body.len().next_multiple_of(4);
    }
    for (_, body) in tables {
        file.extend_from_slice(body);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

fn sum(body: &[u8]) -> u32 {
    body.chunks(4).fold(0_u32, |sum, chunk| {
        let mut word = [0; 4];
        word[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_be_bytes(two.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_be_bytes(four.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::{DrawSettings, OutlinePen};
    use skrifa::{FontRef, GlyphId, MetadataProvider};

    use super::*;
    use crate::text::{FACES, Face as Known};

    #[derive(Default)]
    struct Count(usize);

    impl OutlinePen for Count {
        fn move_to(&mut self, _: f32, _: f32) {
            self.0 += 1;
        }
        fn line_to(&mut self, _: f32, _: f32) {
            self.0 += 1;
        }
        fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
            self.0 += 1;
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
            self.0 += 1;
        }
        fn close(&mut self) {}
    }

    fn steps(font: &FontRef<'_>, glyph: GlyphId) -> usize {
        let mut pen = Count::default();
        if let Some(outline) = font.outline_glyphs().get(glyph) {
            let settings = DrawSettings::unhinted(Size::new(20.0), LocationRef::default());
            let _ = outline.draw(settings, &mut pen);
        }
        pen.0
    }

    fn check(face: &Known) {
        let font = FontRef::from_index(face.data, face.index).unwrap();
        let glyph = |c: char| font.charmap().map(c);
        let Some(kept) = glyph('é').or_else(|| glyph('e')) else {
            return;
        };
        let used = BTreeSet::from([kept.to_u32()]);
        let Some(small) = subset(face.data, face.index, &used) else {
            assert!(
                font.table_data(skrifa::Tag::new(b"glyf")).is_none(),
                "{}",
                face.family
            );
            return;
        };
        assert!(small.len() < face.data.len(), "{}", face.family);
        let again = FontRef::new(&small).unwrap();
        assert_eq!(again.charmap().map('e'), glyph('e'), "{}", face.family);
        assert_eq!(steps(&again, kept), steps(&font, kept), "{}", face.family);
        let gone = glyph('M').unwrap();
        assert!(
            steps(&font, gone) > 0 && steps(&again, gone) == 0,
            "{}",
            face.family
        );
    }

    #[test]
    fn used_glyphs_keep_their_outlines_and_others_lose_them() {
        FACES.iter().for_each(check);
    }

    #[test]
    fn what_is_no_font_is_refused() {
        for file in [&b""[..], b"ttcf", b"\0\x01\0\0\0\x05", &[0xff; 64]] {
            assert_eq!(subset(file, 0, &BTreeSet::from([1])), None);
        }
    }
}
