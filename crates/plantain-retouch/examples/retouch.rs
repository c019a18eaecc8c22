//! Runs one operator on a picture: `retouch OPERATOR IN.png OUT.png [ARGUMENTS]`. Prints what it found and the
//! milliseconds it took, without reading and writing files.

use std::time::Instant;

use plantain_core::{Mask, Pixels};
use plantain_image::{Coding, EncodeOptions, Limits, Metadata};
use plantain_retouch::{
    backdrop, compose, extend, filter, geometry, inpaint, light, recolor, resample, select, shadow,
    tone,
};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [operator, from, to, rest @ ..] = arguments.as_slice() else {
        return Err("usage: retouch OPERATOR IN.png OUT.png [ARGUMENTS]".into());
    };
    let pixels = read(from)?;
    let _ = light::encoded(0.5);
    let start = Instant::now();
    let out = run(operator, &pixels, rest)?;
    println!("ms {:.1}", start.elapsed().as_secs_f64() * 1e3);
    write(&out, to)
}

fn run(operator: &str, pixels: &Pixels, rest: &[String]) -> Result<Pixels, Failure> {
    let number =
        |k: usize, default: f32| rest.get(k).and_then(|v| v.parse().ok()).unwrap_or(default);
    let cut = || -> Result<select::Cutout, Failure> {
        let cutout = select::subject(pixels).ok_or("no subject")?;
        println!(
            "confidence {:.3} plain {} parts {}",
            cutout.confidence, cutout.plain, cutout.parts
        );
        Ok(cutout)
    };
    Ok(match operator {
        "cut" => cut()?.foreground,
        "mask" => shown(&cut()?.mask),
        "backdrop" => backdrop::replaced(
            &cut()?,
            &backdrop::even(pixels.width, pixels.height, hex(rest.first())?),
        ),
        "blur-backdrop" => backdrop::blurred(pixels, &cut()?, number(0, 1.0)),
        "night-behind" => {
            let cutout = cut()?;
            backdrop::changed(pixels, &cutout, |plate| {
                let seen = |i: usize| cutout.foreground.rgba[i * 4 + 3] < 255;
                tone::daylight_where(plate, tone::Daylight::Night, seen)
            })
        }
        "shadow" => {
            let cutout = cut()?;
            let ground = backdrop::even(pixels.width, pixels.height, [255; 3]);
            shadow::dropped(
                &backdrop::replaced(&cutout, &ground),
                &cutout,
                shadow::Fall::default(),
            )
        }
        "night" => tone::daylight(pixels, tone::Daylight::Night),
        "dusk" => tone::daylight(pixels, tone::Daylight::Dusk),
        "golden" => tone::daylight(pixels, tone::Daylight::Golden),
        "day" => tone::daylight(pixels, tone::Daylight::Day),
        "recolor" => {
            let mask = match rest.get(1) {
                Some(path) => grey(&read(path)?),
                None => select::dominant(pixels, &cut()?.mask).ok_or("no colour")?,
            };
            recolor::recolor(pixels, &mask, hex(rest.first())?)
        }
        "color-mask" => {
            let blobs = select::blobs_like(pixels, hex(rest.first())?, None);
            for blob in &blobs {
                println!("blob {:.4} at {:?} {:?}", blob.area, blob.centre, blob.rgb);
            }
            for (name, blob) in select::seen(pixels, 6) {
                println!("seen {name} {:.3} at {:?}", blob.area, blob.centre);
            }
            shown(&blobs.first().ok_or("no blob")?.mask)
        }
        "fill" => inpaint::filled(
            pixels,
            &grey(&read(rest.first().ok_or("mask missing")?)?),
            &|| true,
        )
        .map_err(|e| format!("{e:?}"))?,
        "tone" => tone::tone(pixels, tone_of(rest.first())?, number(1, 0.4)),
        "filter" => filter::filtered(pixels, filter_of(rest.first())?, number(1, 1.0), &[]),
        "extend" => {
            let more = |k: usize, side: u32| (number(k, 0.0) * side as f32) as u32;
            let (w, h) = (pixels.width, pixels.height);
            let by = [more(0, h), more(1, w), more(2, h), more(3, w)];
            let (out, how) =
                extend::extended(pixels, by, &|| true).map_err(|e| format!("{e:?}"))?;
            println!("{how:?}");
            out
        }
        "rotate" => geometry::rotated(pixels, number(0, 90.0)),
        "resize" => resample::resized(pixels, number(0, 512.0) as u32, number(1, 512.0) as u32),
        "enlarge" => resample::enlarged(pixels, number(0, 512.0) as u32, number(1, 512.0) as u32),
        "place" => compose::placed(
            pixels,
            &read(rest.first().ok_or("picture missing")?)?,
            [
                20,
                20,
                (pixels.width / 4) as i32,
                (pixels.height / 4) as i32,
            ],
        ),
        other => return Err(format!("no operator {other}").into()),
    })
}

fn tone_of(name: Option<&String>) -> Result<plantain_core::Tone, Failure> {
    use plantain_core::Tone;
    Ok(match name.map(String::as_str) {
        Some("brightness") => Tone::Brightness,
        Some("contrast") => Tone::Contrast,
        Some("saturation") => Tone::Saturation,
        Some("warmth") => Tone::Warmth,
        Some("shadows") => Tone::Shadows,
        Some("highlights") => Tone::Highlights,
        Some("hue") => Tone::Hue,
        _ => return Err("no such tone".into()),
    })
}

fn filter_of(name: Option<&String>) -> Result<plantain_core::Filter, Failure> {
    use plantain_core::Filter;
    let all = [
        ("grayscale", Filter::Grayscale),
        ("sepia", Filter::Sepia),
        ("invert", Filter::Invert),
        ("blur", Filter::Blur),
        ("sharpen", Filter::Sharpen),
        ("denoise", Filter::Denoise),
        ("pixelate", Filter::Pixelate),
        ("posterize", Filter::Posterize),
        ("halftone", Filter::Halftone),
        ("pencil", Filter::Pencil),
        ("emboss", Filter::Emboss),
        ("edges", Filter::Edges),
        ("vignette", Filter::Vignette),
        ("grain", Filter::Grain),
        ("vintage", Filter::Vintage),
        ("duotone", Filter::Duotone),
        ("auto-levels", Filter::AutoLevels),
    ];
    all.into_iter()
        .find(|(word, _)| name.is_some_and(|n| n == word))
        .map(|(_, filter)| filter)
        .ok_or_else(|| "no such filter".into())
}

fn hex(text: Option<&String>) -> Result<[u8; 3], Failure> {
    let text = text.ok_or("colour missing")?;
    let value = u32::from_str_radix(text, 16)?;
    Ok([(value >> 16) as u8, (value >> 8) as u8, value as u8])
}

fn shown(mask: &Mask) -> Pixels {
    Pixels {
        width: mask.width,
        height: mask.height,
        rgba: mask.coverage.iter().flat_map(|&c| [c, c, c, 255]).collect(),
        opaque: true,
    }
}

/// A grey picture as a mask.
fn grey(pixels: &Pixels) -> Mask {
    Mask {
        width: pixels.width,
        height: pixels.height,
        coverage: pixels.rgba.chunks_exact(4).map(|p| p[0]).collect(),
    }
}

fn read(path: &str) -> Result<Pixels, Failure> {
    Ok(plantain_image::decode(
        &std::fs::read(path)?,
        &Limits::default(),
    )?)
}

fn write(pixels: &Pixels, path: &str) -> Result<(), Failure> {
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    Ok(std::fs::write(
        path,
        plantain_image::encode(pixels, &options)?,
    )?)
}
