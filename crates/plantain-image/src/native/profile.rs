//! ICC profiles that say what RGB means by three primaries and three curves: Display P3, Adobe RGB, ProPhoto and their like.
//!
//! Layout by ICC.1:2022 (the same since version 2). Profiles of grey, of inks and of tables are not followed.

use std::io::Read;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;

use crate::jpeg_segments::{APP2, ICC_START, segments};
use crate::png_chunks::chunks;
use crate::{Format, probe, riff};

/// Longest profile that is read, bytes.
const ICC_BYTES_MAX: usize = 4 << 20;
const HEADER_BYTES: usize = 128;
/// Most tags that are looked at.
const TAGS_MAX: usize = 100;
/// Most points of a curve.
const CURVE_POINTS_MAX: usize = 65_536;
/// Steps of linear light that tables distinguish.
const STEPS: usize = 65_536;
/// Two profiles are the same when no level comes out further apart than this.
const SAME_LEVELS: i32 = 1;

/// From the profile connection space (XYZ under D50) to linear sRGB: IEC 61966-2-1's primaries, adapted by Bradford.
const XYZ_TO_SRGB: [[f64; 3]; 3] = [
    [3.133_856_1, -1.616_866_7, -0.490_614_6],
    [-0.978_768_4, 1.916_141_5, 0.033_454_0],
    [0.071_945_3, -0.228_991_4, 1.405_242_7],
];

/// What RGB samples mean.
#[derive(Clone, PartialEq)]
pub struct Profile {
    icc: Vec<u8>,
    /// From linear light in its primaries to that in sRGB's.
    matrix: [[f64; 3]; 3],
    curves: [Curve; 3],
}

// Parsed from the same bytes, two profiles are the same.
impl Eq for Profile {}

/// From samples to linear light, both 0 to 1.
#[derive(Debug, Clone, PartialEq)]
enum Curve {
    /// (a·x + b)^g + e from `d` on, c·x + f below.
    Power {
        g: f64,
        a: f64,
        b: f64,
        c: f64,
        d: f64,
        e: f64,
        f: f64,
    },
    /// At even steps.
    Points(Vec<u16>),
}

/// From a profile's 8-bit samples to sRGB's.
pub struct ToSrgb {
    light: [Vec<f32>; 3],
    matrix: [[f32; 3]; 3],
    encoded: &'static [u8],
}

/// From sRGB's 8-bit samples to a profile's of 16 bits.
pub struct FromSrgb {
    light: &'static [f32],
    matrix: [[f32; 3]; 3],
    encoded: [Vec<u16>; 3],
}

impl Profile {
    /// Returns what a profile says; none when it is damaged or of a kind that is not followed.
    pub fn parse(icc: &[u8]) -> Option<Self> {
        if icc.len() > ICC_BYTES_MAX
            || icc.get(16..20)? != b"RGB "
            || icc.get(20..24)? != b"XYZ "
            || tag(icc, b"A2B0").is_some()
        {
            return None;
        }
        let column = |name| xyz(tag(icc, name)?);
        let columns = [column(b"rXYZ")?, column(b"gXYZ")?, column(b"bXYZ")?];
        let mut matrix = [[0.0; 3]; 3];
        for (row, weights) in matrix.iter_mut().zip(XYZ_TO_SRGB) {
            for (cell, column) in row.iter_mut().zip(columns) {
                *cell = (0..3).map(|i| weights[i] * column[i]).sum();
            }
        }
        inverse(&matrix)?;
        let curve = |name| curve(tag(icc, name)?);
        Some(Self {
            icc: icc.to_vec(),
            matrix,
            curves: [curve(b"rTRC")?, curve(b"gTRC")?, curve(b"bTRC")?],
        })
    }

    /// Returns the profile in a file; none without one, or as [`Profile::parse`].
    pub fn embedded(file: &[u8]) -> Option<Self> {
        let info = probe(file).ok().filter(|info| info.has_profile)?;
        Self::parse(&embedded(file, info.format)?)
    }

    /// Returns the profile as it was read.
    pub fn icc(&self) -> &[u8] {
        &self.icc
    }

    /// Whether its samples mean what sRGB's mean.
    pub fn is_srgb(&self) -> bool {
        let table = self.to_srgb();
        let tones = (0..=255u8).step_by(5).map(|v| [v; 3]);
        let hues = [
            [255, 0, 0],
            [0, 255, 0],
            [0, 0, 255],
            [200, 90, 30],
            [20, 120, 220],
        ];
        tones.chain(hues).all(|color| {
            let got = table.convert(color);
            (0..3).all(|i| (i32::from(got[i]) - i32::from(color[i])).abs() <= SAME_LEVELS)
        })
    }

    /// Returns a table to sRGB.
    pub fn to_srgb(&self) -> ToSrgb {
        ToSrgb {
            light: [0, 1, 2].map(|i| self.curves[i].levels()),
            matrix: self.matrix.map(|row| row.map(|v| v as f32)),
            encoded: srgb_encoded(),
        }
    }

    /// Returns a table from sRGB.
    pub fn from_srgb(&self) -> FromSrgb {
        let identity = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        let matrix = inverse(&self.matrix).unwrap_or(identity);
        FromSrgb {
            light: srgb_light(),
            matrix: matrix.map(|row| row.map(|v| v as f32)),
            encoded: [0, 1, 2].map(|i| self.curves[i].inverted()),
        }
    }
}

impl std::fmt::Debug for Profile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Profile of {} bytes", self.icc.len())
    }
}

impl ToSrgb {
    /// Returns the nearest colour of sRGB, channel by channel.
    pub fn convert(&self, color: [u8; 3]) -> [u8; 3] {
        let light = [0, 1, 2].map(|i| self.light[i][usize::from(color[i])]);
        mixed(&self.matrix, light).map(|v| self.encoded[step(v)])
    }
}

impl FromSrgb {
    /// Returns the profile's samples for a colour of sRGB.
    pub fn convert(&self, color: [u8; 3]) -> [u16; 3] {
        let light = color.map(|v| self.light[usize::from(v)]);
        let light = mixed(&self.matrix, light);
        [0, 1, 2].map(|i| self.encoded[i][step(light[i])])
    }
}

fn mixed(matrix: &[[f32; 3]; 3], light: [f32; 3]) -> [f32; 3] {
    matrix.map(|row| row[0] * light[0] + row[1] * light[1] + row[2] * light[2])
}

fn step(light: f32) -> usize {
    (light.clamp(0.0, 1.0) * (STEPS - 1) as f32 + 0.5) as usize
}

/// Returns the light of sRGB's 256 levels.
fn srgb_light() -> &'static [f32] {
    static TABLE: OnceLock<Vec<f32>> = OnceLock::new();
    TABLE.get_or_init(|| SRGB.levels())
}

/// Returns sRGB's level for every step of light.
fn srgb_encoded() -> &'static [u8] {
    static TABLE: OnceLock<Vec<u8>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let deep = SRGB.inverted();
        deep.iter()
            .map(|v| ((u32::from(*v) * 255 + 32_767) / 65_535) as u8)
            .collect()
    })
}

const SRGB: Curve = Curve::Power {
    g: 2.4,
    a: 1.0 / 1.055,
    b: 0.055 / 1.055,
    c: 1.0 / 12.92,
    d: 0.040_45,
    e: 0.0,
    f: 0.0,
};

impl Curve {
    fn at(&self, x: f64) -> f64 {
        let light = match self {
            Self::Power {
                g,
                a,
                b,
                c,
                d,
                e,
                f,
            } => {
                if x >= *d {
                    libm::pow((a * x + b).max(0.0), *g) + e
                } else {
                    c * x + f
                }
            }
            Self::Points(points) => {
                let at = x.clamp(0.0, 1.0) * (points.len() - 1) as f64;
                let low = (at as usize).min(points.len() - 1);
                let high = (low + 1).min(points.len() - 1);
                let (a, b) = (f64::from(points[low]), f64::from(points[high]));
                (a + (b - a) * (at - low as f64)) / 65_535.0
            }
        };
        light.clamp(0.0, 1.0)
    }

    /// Returns the light of every 8-bit sample.
    fn levels(&self) -> Vec<f32> {
        let level = |v| self.at(f64::from(v) / 255.0) as f32;
        (0..256).map(level).collect()
    }

    /// Returns the 16-bit sample for every step of light.
    fn inverted(&self) -> Vec<u16> {
        let light: Vec<f64> = (0..STEPS).map(|s| self.at(s as f64 / 65_535.0)).collect();
        let mut sample = 0;
        (0..STEPS)
            .map(|step| {
                let wanted = step as f64 / (STEPS - 1) as f64;
                while sample + 1 < STEPS && light[sample] < wanted {
                    sample += 1;
                }
                let below = sample.saturating_sub(1);
                let nearer = (light[below] - wanted).abs() < (light[sample] - wanted).abs();
                (if nearer { below } else { sample }) as u16
            })
            .collect()
    }
}

/// Returns the content of a tag.
fn tag<'a>(icc: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let count = (u32_at(icc, HEADER_BYTES)? as usize).min(TAGS_MAX);
    let entry = (0..count)
        .map(|i| HEADER_BYTES + 4 + i * 12)
        .find(|at| icc.get(*at..at + 4) == Some(name))?;
    let (start, length) = (
        u32_at(icc, entry + 4)? as usize,
        u32_at(icc, entry + 8)? as usize,
    );
    icc.get(start..start.checked_add(length)?)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A signed number with 16 bits behind the point.
fn fixed(bytes: &[u8], at: usize) -> Option<f64> {
    Some(f64::from(u32_at(bytes, at)? as i32) / 65_536.0)
}

fn xyz(content: &[u8]) -> Option<[f64; 3]> {
    if content.get(..4)? != b"XYZ " {
        return None;
    }
    Some([fixed(content, 8)?, fixed(content, 12)?, fixed(content, 16)?])
}

fn curve(content: &[u8]) -> Option<Curve> {
    let power = |g| Curve::Power {
        g,
        a: 1.0,
        b: 0.0,
        c: 0.0,
        d: 0.0,
        e: 0.0,
        f: 0.0,
    };
    match content.get(..4)? {
        b"curv" => match u32_at(content, 8)? as usize {
            0 => Some(power(1.0)),
            1 => Some(power(f64::from(u16_at(content, 12)?) / 256.0)),
            count if count <= CURVE_POINTS_MAX => {
                let points = (0..count).map(|i| u16_at(content, 12 + i * 2));
                points.collect::<Option<_>>().map(Curve::Points)
            }
            _ => None,
        },
        b"para" => {
            let kind = u16_at(content, 8)?;
            let at = |i: usize| fixed(content, 12 + i * 4);
            let g = at(0)?;
            let (a, b) = if kind == 0 {
                (1.0, 0.0)
            } else {
                (at(1)?, at(2)?)
            };
            let edge = if a == 0.0 { 0.0 } else { -b / a };
            let (c, d, e, f) = match kind {
                0 => (0.0, 0.0, 0.0, 0.0),
                1 => (0.0, edge, 0.0, 0.0),
                2 => (0.0, edge, at(3)?, at(3)?),
                3 => (at(3)?, at(4)?, 0.0, 0.0),
                4 => (at(3)?, at(4)?, at(5)?, at(6)?),
                _ => return None,
            };
            Some(Curve::Power {
                g,
                a,
                b,
                c,
                d,
                e,
                f,
            })
        }
        _ => None,
    }
}

fn inverse(m: &[[f64; 3]; 3]) -> Option<[[f64; 3]; 3]> {
    let minor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let determinant: f64 = (0..3).map(|c| m[0][c] * minor(0, c)).sum();
    if !determinant.is_finite() || determinant.abs() < 1e-6 {
        return None;
    }
    let mut out = [[0.0; 3]; 3];
    for (r, row) in out.iter_mut().enumerate() {
        for (c, cell) in row.iter_mut().enumerate() {
            *cell = minor(c, r) / determinant;
        }
    }
    Some(out)
}

/// Returns the bytes of the profile in a file, as far as they are there.
fn embedded(file: &[u8], format: Format) -> Option<Vec<u8>> {
    match format {
        Format::Png => {
            let chunk = chunks(file)
                .take_while(|chunk| &chunk.kind != b"IDAT")
                .find(|chunk| &chunk.kind == b"iCCP")?;
            // A name, its end, and the method of compression: zlib, the only one.
            let name_end = chunk.content.iter().take(80).position(|b| *b == 0)?;
            let stream = chunk.content.get(name_end + 2..)?;
            let mut icc = Vec::new();
            let mut limited = ZlibDecoder::new(stream).take(ICC_BYTES_MAX as u64 + 1);
            limited.read_to_end(&mut icc).ok()?;
            Some(icc)
        }
        Format::Jpeg => {
            let mut pieces: Vec<(u8, &[u8])> = segments(file)
                .filter(|segment| segment.marker == APP2)
                .filter_map(|segment| {
                    let piece = segment.content.strip_prefix(ICC_START)?;
                    let (&[number, _count], piece) = piece.split_first_chunk::<2>()?;
                    Some((number, piece))
                })
                .collect();
            pieces.sort_by_key(|(number, _)| *number);
            Some(
                pieces
                    .iter()
                    .flat_map(|(_, piece)| *piece)
                    .copied()
                    .collect(),
            )
        }
        Format::Webp => {
            let chunk = riff::chunks(file).find(|chunk| chunk.name == b"ICCP")?;
            Some(chunk.content.to_vec())
        }
    }
}
