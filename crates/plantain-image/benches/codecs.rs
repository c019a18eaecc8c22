//! Times every codec beside its peers, on a drawn screen and on a photograph-like picture. It prints, and judges nothing.
//!
//! `cargo bench -p plantain-image` runs everything; words after `--` keep only the rows that contain one of them.

#[path = "../tests/pictures/mod.rs"]
mod pictures;

use std::hint::black_box;
use std::time::{Duration, Instant};

use pictures::{glass, photo, screen};
use plantain_core::Pixels;
use plantain_image::{Coding, EncodeOptions, Limits, Metadata, decode, encode, pixel_hash, resize};

const SIZES: [(u32, u32); 4] = [(512, 512), (1024, 1024), (2048, 2048), (3840, 2160)];
/// A row is repeated for this long, and between these counts.
const ROW_TIME: Duration = Duration::from_millis(400);
const RUNS: std::ops::RangeInclusive<usize> = 3..=60;

fn main() {
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with("--"))
        .collect();
    println!(
        "{:<46} {:>9} {:>9} {:>9}",
        "picture, size, codec", "min ms", "median", "KB"
    );
    for (width, height) in SIZES {
        let pictures = [
            ("screen", screen(width, height)),
            ("photo", photo(width, height)),
            ("glass", glass(width, height)),
        ];
        for (name, pixels) in pictures {
            let bench = Bench {
                words: &words,
                picture: format!("{name} {width}x{height}"),
            };
            encoders(&bench, &pixels);
            peers(&bench, &pixels);
            others(&bench, &pixels);
        }
    }
}

fn encoders(bench: &Bench<'_>, pixels: &Pixels) {
    let codings = [
        ("PNG", Coding::Png),
        ("JPEG q92", Coding::Jpeg { quality: 92 }),
        ("JPEG q80", Coding::Jpeg { quality: 80 }),
        ("WebP lossless", Coding::WebpLossless),
        ("WebP q85", Coding::WebpLossy { quality: 85 }),
    ];
    for (name, coding) in codings {
        let options = EncodeOptions {
            coding,
            metadata: Metadata::default(),
        };
        let file = bench.row(name, || encode(pixels, &options).unwrap());
        if let Some(file) = file {
            bench.row(&format!("{name}, decode"), || {
                decode(&file, &Limits::default()).unwrap().rgba
            });
        }
    }
}

/// The png crate, without its own threads, which it does not have.
fn peers(bench: &Bench<'_>, pixels: &Pixels) {
    let channels = if pixels.opaque { 3 } else { 4 };
    let mut samples = Vec::new();
    for pixel in pixels.rgba.chunks_exact(4) {
        samples.extend_from_slice(&pixel[..channels]);
    }
    let levels = [
        ("Fastest", png::Compression::Fastest),
        ("Fast", png::Compression::Fast),
        ("Balanced", png::Compression::Balanced),
    ];
    for (name, level) in levels {
        bench.row(&format!("peer: png crate {name}"), || {
            let mut file = Vec::new();
            let mut encoder = png::Encoder::new(&mut file, pixels.width, pixels.height);
            encoder.set_color(if pixels.opaque {
                png::ColorType::Rgb
            } else {
                png::ColorType::Rgba
            });
            encoder.set_compression(level);
            encoder
                .write_header()
                .unwrap()
                .write_image_data(&samples)
                .unwrap();
            file
        });
    }
    if pixels.opaque {
        bench.row("peer: jpeg-encoder q92, one thread", || {
            let mut file = Vec::new();
            let encoder = jpeg_encoder::Encoder::new(&mut file, 92);
            encoder
                .encode(
                    &samples,
                    pixels.width as u16,
                    pixels.height as u16,
                    jpeg_encoder::ColorType::Rgb,
                )
                .unwrap();
            file
        });
    }
}

fn others(bench: &Bench<'_>, pixels: &Pixels) {
    bench.row("resize to half", || {
        resize(pixels, pixels.width / 2, pixels.height / 2)
            .unwrap()
            .rgba
    });
    bench.row("hash of pixels", || pixel_hash(pixels).to_vec());
}

struct Bench<'a> {
    words: &'a [String],
    picture: String,
}

impl Bench<'_> {
    /// Times a codec, prints its row, and returns what it made; none if the row was not asked for.
    fn row(&self, codec: &str, make: impl Fn() -> Vec<u8>) -> Option<Vec<u8>> {
        let label = format!("{}, {codec}", self.picture);
        if !self.words.is_empty() && !self.words.iter().any(|word| label.contains(word.as_str())) {
            return None;
        }
        let made = make();
        let started = Instant::now();
        let mut times = Vec::new();
        while times.len() < *RUNS.start()
            || (started.elapsed() < ROW_TIME && times.len() < *RUNS.end())
        {
            let run = Instant::now();
            black_box(make());
            times.push(run.elapsed().as_secs_f64() * 1000.0);
        }
        times.sort_by(f64::total_cmp);
        let (least, median) = (times[0], times[times.len() / 2]);
        println!(
            "{label:<46} {least:>9.2} {median:>9.2} {:>9}",
            made.len() / 1024
        );
        Some(made)
    }
}
