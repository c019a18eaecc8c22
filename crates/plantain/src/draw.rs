//! `plantain generate` and `plantain render`: the engine in process, without server or data folder.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use plantain_api::BrandKit;
use plantain_app::{Drawn, Picture, Studio, StudioConfig, SystemWorld};
use plantain_core::{
    AspectRatio, Background, Count, Encoding, Error, ErrorKind, ImageRequest, Letters, LookSpec,
    ModelId, OutputFormat, PlannerChoice, Prompt, Quality, Seed, SizeSpec, StyleSource, Subject,
    Tier,
};
use plantain_easel::Easel;
use serde_json::{Value, json};

use crate::cli::{FormArgs, GenerateArgs, PictureArgs, RenderArgs};
use crate::failure::Failure;
use crate::{screen, small_runtime};

/// Longest scene, prompt or picture that is read.
const INPUT_BYTES_MAX: u64 = 64 << 20;
/// Means standard input or output where a file is expected.
const DASH: &str = "-";

/// Draws a prompt.
pub fn generate(args: GenerateArgs) -> Result<(), Failure> {
    check_standard_output(&args.picture.output, args.json)?;
    let prompt = if args.prompt == DASH {
        read_text(Path::new(DASH))?
    } else {
        args.prompt
    };
    let subject = Subject::Prompt(Prompt::new("prompt", prompt)?);
    let mut request = request(subject, &args.picture.output, &args.picture.form)?;
    request.model = ModelId::new("--model", &args.model)?;
    request.count = Count::new("--count", args.count)?;
    request.strict = args.strict;
    request.filler = !args.no_filler;
    request.look = look(args.brand.as_deref(), args.style_of.as_deref())?;
    if let Some(text) = &args.aspect {
        request.size.aspect = Some(AspectRatio::parse("--aspect", text)?);
    }
    if let Some(text) = &args.tier {
        request.size.tier = Some(Tier::parse("--tier", text)?);
    }
    let drawn = draw(request)?;
    if let Some(path) = &args.scene {
        write_scene(path, &drawn)?;
    }
    deliver(&drawn, &args.picture.output, args.json)
}

fn look(brand: Option<&Path>, style_of: Option<&Path>) -> Result<LookSpec, Failure> {
    let brand = brand.map(|path| -> Result<_, Failure> {
        let kit: BrandKit = serde_json::from_str(&read_text(path)?).map_err(|error| {
            let message = format!("--brand: {}: {error}.", path.display());
            Error::new(ErrorKind::Invalid, "invalid_brand", message).with_field("--brand")
        })?;
        Ok(Arc::new(plantain_api::brand(&kit)?))
    });
    let style_of = style_of.map(|path| -> Result<_, Failure> {
        let bytes = read_bytes(path)?;
        Ok(if bytes.trim_ascii_start().starts_with(b"{") {
            StyleSource::Scene(utf8(path, bytes)?.into())
        } else {
            StyleSource::Picture(bytes.into())
        })
    });
    Ok(LookSpec {
        brand: brand.transpose()?,
        style_of: style_of.transpose()?,
    })
}

/// Draws a scene.
pub fn render(args: RenderArgs) -> Result<(), Failure> {
    check_standard_output(&args.picture.output, args.json)?;
    let scene = read_text(&args.file)?;
    let PictureArgs { output, form } = &args.picture;
    let drawn = draw(request(Subject::Scene(scene.into()), output, form)?)?;
    deliver(&drawn, output, args.json)
}

/// Returns the request for a picture that is written to `output`.
pub(crate) fn request(
    subject: Subject,
    output: &Path,
    args: &FormArgs,
) -> Result<ImageRequest, Failure> {
    let format = match (&args.format, extension(output)) {
        (Some(name), _) => OutputFormat::parse("--format", name)?,
        (None, Some(name)) => OutputFormat::parse("--output", name)?,
        (None, None) => OutputFormat::Png,
    };
    let quality = args
        .quality
        .map(|quality| Quality::new("--quality", quality));
    let request = ImageRequest {
        model: ModelId::easel(),
        subject,
        size: match &args.size {
            Some(text) => SizeSpec::parse("--size", text)?,
            None => SizeSpec::default(),
        },
        encoding: Encoding {
            format,
            quality: quality.transpose()?,
            letters: Letters::parse("--letters", &args.letters)?,
        },
        background: Background::parse("--background", &args.background)?,
        seed: args.seed.map(Seed),
        count: Count::ONE,
        strict: false,
        filler: true,
        look: LookSpec::default(),
        planner: PlannerChoice::Default,
        safety: plantain_core::SafetyWishes::default(),
    };
    request.check("--format")?;
    Ok(request)
}

fn extension(path: &Path) -> Option<&str> {
    path.extension()?.to_str()
}

pub(crate) fn draw(request: ImageRequest) -> Result<Drawn, Failure> {
    draw_by(Arc::new(Easel::new()), request)
}

/// Draws with an engine of its own.
pub(crate) fn draw_by(engine: Arc<Easel>, request: ImageRequest) -> Result<Drawn, Failure> {
    let config = StudioConfig {
        cache_bytes_max: 0,
        ..StudioConfig::default()
    };
    let studio = Studio::new(engine, Arc::new(SystemWorld), config);
    Ok(small_runtime()?.block_on(studio.draw(request))?)
}

/// Pictures and JSON cannot share standard output.
pub(crate) fn check_standard_output(output: &Path, json: bool) -> Result<(), Failure> {
    if json && is_dash(output) {
        let message = "--json: the picture goes to standard output already; give --output a file, or leave --json out.";
        return Err(Error::new(ErrorKind::Invalid, "output_taken", message).into());
    }
    Ok(())
}

pub(crate) fn deliver(drawn: &Drawn, output: &Path, as_json: bool) -> Result<(), Failure> {
    let several = drawn.pictures.len() > 1;
    if is_dash(output) {
        if several {
            let message = "--output: standard output takes one picture; give a file to have FILE-1, FILE-2, … written.";
            return Err(Error::new(ErrorKind::Invalid, "output_takes_one", message).into());
        }
        return drawn
            .pictures
            .iter()
            .try_for_each(|picture| screen::write(&picture.bytes));
    }
    let mut described = Vec::new();
    for (index, picture) in drawn.pictures.iter().enumerate() {
        let path = if several {
            numbered(output, index + 1)
        } else {
            output.to_owned()
        };
        write_file(&path, &picture.bytes)?;
        if as_json {
            described.push(describe(picture, &path));
        } else {
            tell(picture, &path)?;
        }
    }
    if as_json {
        screen::json(&json!({
            "model": drawn.model.as_str(),
            "engine": {"name": drawn.engine.name, "version": drawn.engine.version},
            "images": described,
            "run_ms": drawn.timing.run.as_secs_f64() * 1000.0,
        }))?;
    }
    Ok(())
}

fn describe(picture: &Picture, path: &Path) -> Value {
    let note = |note: &plantain_engine::Note| json!({"code": note.code, "message": note.message});
    json!({
        "file": path.to_string_lossy(),
        "width": picture.size.width(),
        "height": picture.size.height(),
        "format": picture.format.name(),
        "size_bytes": picture.bytes.len(),
        "seed": picture.seed.0,
        "alt": picture.alt,
        "plan": picture.plan,
        "notes": picture.notes.iter().map(note).collect::<Vec<_>>(),
        "edit": picture.edit.as_ref().map(|edit| json!({
            "located_by": edit.located_by.name(),
            "confidence": edit.confidence,
            "changed_fraction": edit.changed,
        })),
    })
}

fn tell(picture: &Picture, path: &Path) -> Result<(), Failure> {
    screen::line(format_args!(
        "{}  {}  {}  {} kB  seed {}",
        path.display(),
        picture.size,
        picture.format,
        picture.bytes.len().div_ceil(1000),
        picture.seed
    ))?;
    if let Some(edit) = &picture.edit {
        let share = f64::from(edit.changed) * 100.0;
        screen::line(format_args!(
            "  {} {share:.1} % of the pixels changed.",
            picture.plan.join(" ")
        ))?;
    }
    for note in &picture.notes {
        screen::line(format_args!("  note: {}", note.message))?;
    }
    Ok(())
}

pub(crate) fn write_scene(path: &Path, drawn: &Drawn) -> Result<(), Failure> {
    let first = drawn
        .pictures
        .first()
        .and_then(|picture| picture.scene_json.as_deref());
    let scene = first.ok_or_else(|| Failure::Machine("the engine gave no scene".into()))?;
    let value: Value = serde_json::from_str(scene).map_err(Error::internal)?;
    let text = format!("{value:#}\n");
    if is_dash(path) {
        return screen::write(text.as_bytes());
    }
    write_file(path, text.as_bytes())
}

/// "poster.png" becomes "poster-2.png".
pub(crate) fn numbered(path: &Path, number: usize) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = match path.extension() {
        Some(extension) => format!("{stem}-{number}.{}", extension.to_string_lossy()),
        None => format!("{stem}-{number}"),
    };
    path.with_file_name(name)
}

pub(crate) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes)
        .map_err(|error| Failure::machine(format_args!("cannot write {}", path.display()), error))
}

fn read_text(path: &Path) -> Result<String, Failure> {
    utf8(path, read_bytes(path)?)
}

fn utf8(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes)
        .map_err(|error| Failure::machine(format_args!("cannot read {}", path.display()), error))
}

pub(crate) fn read_bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::machine(format_args!("cannot read {}", path.display()), error);
    let mut bytes = Vec::new();
    let read = if is_dash(path) {
        std::io::stdin()
            .take(INPUT_BYTES_MAX)
            .read_to_end(&mut bytes)
    } else {
        let file = std::fs::File::open(path).map_err(failed)?;
        file.take(INPUT_BYTES_MAX).read_to_end(&mut bytes)
    };
    read.map_err(failed)?;
    Ok(bytes)
}

fn is_dash(path: &Path) -> bool {
    path.as_os_str() == DASH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_batch_are_numbered_before_the_extension() {
        let cases = [
            ("poster.png", "poster-2.png"),
            ("out/poster.final.webp", "out/poster.final-2.webp"),
            ("poster", "poster-2"),
        ];
        for (path, expected) in cases {
            assert_eq!(numbered(Path::new(path), 2), Path::new(expected));
        }
    }
}
