//! Synthetic pictures for tests and benches, made with integers only.

#![allow(dead_code, reason = "each test and bench uses some of them")]

use plantain_core::Pixels;

/// A picture of a kind.
pub fn picture(
    width: u32,
    height: u32,
    opaque: bool,
    pixel: impl Fn(u32, u32) -> [u8; 4],
) -> Pixels {
    let mut rgba = Vec::with_capacity(width as usize * height as usize * 4);
    for y in 0..height {
        for x in 0..width {
            rgba.extend_from_slice(&pixel(x, y));
        }
    }
    Pixels {
        width,
        height,
        rgba,
        opaque,
    }
}

/// Cards with soft edges, a gradient header and lines of text-like strokes on a light ground.
pub fn screen(width: u32, height: u32) -> Pixels {
    picture(width, height, true, |x, y| {
        if y < height / 12 {
            let t = (x * 160 / width) as u8;
            return [60 + t / 2, 40 + t / 3, 200 - t / 4, 255];
        }
        let (column, row) = (x / 200, y / 140);
        let (u, v) = (x % 200, y % 140);
        let edge = u.min(199 - u).min(v).min(139 - v);
        if edge < 8 {
            return [244, 246, 250, 255];
        }
        if edge < 12 {
            let shade = 225 + (edge - 8) as u8 * 7;
            return [shade, shade, shade.saturating_add(4), 255];
        }
        let is_bar = v > 100 && v < 124 && u > 16 && (u - 16) / 12 % 2 == 0;
        if is_bar {
            let hue = (column * 37 + row * 71) as u8;
            return [90 + hue / 4, 80 + hue / 3, 220 - hue / 5, 255];
        }
        let is_line = (24..92).contains(&v) && v % 17 < 9 && (16..170).contains(&u);
        if is_line && is_stroke(x, y) {
            let cover = (mix(x / 2, y / 3) % 200) as u8;
            return [30 + cover, 34 + cover, 45 + cover, 255];
        }
        [255, 255, 255, 255]
    })
}

/// Text-like cover: glyphs of seven columns that repeat from a small alphabet.
fn is_stroke(x: u32, y: u32) -> bool {
    let glyph = mix(x / 7, y / 17) % 26;
    mix(glyph * 64 + x % 7, y % 17 / 2) % 5 < 2 && x % 7 < 6
}

/// Two slow waves with a little grain, as a photograph of a sky and a field would have.
pub fn photo(width: u32, height: u32) -> Pixels {
    picture(width, height, true, |x, y| {
        let wave = |period: u32, phase: u32| {
            let t = ((x * 3 + y * 5 + phase) * 1024 / period) % 2048;
            if t < 1024 { t } else { 2047 - t }
        };
        let grain = |salt: u32| mix(x + salt * 7919, y) % 9;
        let red = wave(width * 2 + 1, 0) * 180 / 1024 + 30 + grain(1);
        let green = wave(width + 77, 400) * 150 / 1024 + 50 + grain(2);
        let blue = (y * 160 / height) + wave(width * 3 + 5, 90) * 60 / 1024 + grain(3);
        [red as u8, green as u8, blue as u8, 255]
    })
}

/// A smooth diagonal gradient without grain.
pub fn gradient(width: u32, height: u32) -> Pixels {
    picture(width, height, true, |x, y| {
        let t = (x + y) * 255 / (width + height);
        [t as u8, (40 + t / 2) as u8, (220 - t / 3) as u8, 255]
    })
}

/// Every alpha value, over noise.
pub fn glass(width: u32, height: u32) -> Pixels {
    picture(width, height, false, |x, y| {
        let n = mix(x, y).to_le_bytes();
        [n[0], n[1], n[2], (x * 255 / width.max(2)) as u8]
    })
}

/// Noise: nothing compresses.
pub fn noise(width: u32, height: u32) -> Pixels {
    picture(width, height, true, |x, y| {
        let n = mix(x, y).to_le_bytes();
        [n[0], n[1], n[2], 255]
    })
}

/// Mixes two numbers into one that looks random.
pub fn mix(x: u32, y: u32) -> u32 {
    let mut h = x.wrapping_mul(0x9E37_79B1) ^ y.wrapping_mul(0x85EB_CA77);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2C1B_3C6D);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297A_2D39);
    h ^ (h >> 15)
}
