//! Edits pictures without a server:
//! `cargo run -p plantain-easel --example edit -- PROMPT|PNG|JPEG|WEBP|SCENE.json "make the title red" ["now …"] -o out.png`.
//!
//! Every instruction works on the result of the one before; with more than one, `out-1.png`, `out-2.png` … are kept too.
//! `--size WxH` and `--seed N` count for prompts, `--with PICTURE` hands in another picture (repeatable), `--mask PICTURE`
//! says by its luminance where the first may change. `--batch edits.jsonl FOLDER` takes lines with `id`,
//! `source_prompt` (or `prompt`, or `picture`, a file), `instruction` (or `instructions`, a list), `width`, `height`, and
//! writes `ID-0.png` for the picture before and `ID-1.png` … for those after. `STEPS=1` prints the steps that were read,
//! `SCENE=1` the last scene.

use std::error::Error;
use std::sync::Arc;

use plantain_core::{Letters, Mask, OutputFormat, PixelSize, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{
    EditSubject, Engine, Input, Job, JobSubject, Look, Output, Progress, Rendered,
};
use plantain_image::{Coding, EncodeOptions, Limits, decode, encode, read_metadata};
use plantain_read::{Instruction, instruct, instruct_told};

type Fallible<T> = Result<T, Box<dyn Error>>;

/// What the command line says.
#[derive(Default)]
struct Options {
    words: Vec<String>,
    out: String,
    size: Option<(u64, u64)>,
    seed: u64,
    batch: Option<String>,
    with: Vec<String>,
    mask: Option<String>,
}

fn main() -> Fallible<()> {
    let options = options()?;
    let others: Vec<Arc<Input>> = options
        .with
        .iter()
        .map(|path| Ok(Arc::new(from_file(path, &std::fs::read(path)?)?)))
        .collect::<Fallible<_>>()?;
    if let Some(list) = &options.batch {
        let folder = options.words.first().ok_or("folder")?;
        std::fs::create_dir_all(folder)?;
        let lines = std::fs::read_to_string(list)?;
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let row: serde_json::Value = serde_json::from_str(line)?;
            if let Err(error) = story(&row, folder, &options, &others) {
                println!("  ERROR {error}");
            }
        }
        return Ok(());
    }
    let source = options.words.first().ok_or("prompt or picture")?;
    let mut input = source_of(source, options.size, options.seed)?;
    let mask = options.mask.as_deref().map(mask).transpose()?;
    let last = options.words.len() - 1;
    for (turn, instruction) in options.words.iter().enumerate().skip(1) {
        let path = if turn == last {
            options.out.clone()
        } else {
            options.out.replace(".png", &format!("-{turn}.png"))
        };
        let subject = subject(instruction, input, &others, mask.clone());
        input = edit(subject, &path)?;
    }
    if std::env::var_os("SCENE").is_some() {
        println!("{}", input.scene_json.as_deref().unwrap_or("no scene"));
    }
    Ok(())
}

fn options() -> Fallible<Options> {
    let mut options = Options {
        out: "out.png".into(),
        seed: 1,
        ..Options::default()
    };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or(format!("{arg} needs a value"));
        match arg.as_str() {
            "-o" => options.out = value()?,
            "--size" => {
                let text = value()?;
                let (w, h) = text.split_once('x').ok_or("--size WxH")?;
                options.size = Some((w.parse()?, h.parse()?));
            }
            "--seed" => options.seed = value()?.parse()?,
            "--batch" => options.batch = Some(value()?),
            "--with" => options.with.push(value()?),
            "--mask" => options.mask = Some(value()?),
            _ => options.words.push(arg),
        }
    }
    Ok(options)
}

/// Draws the picture of a line of a batch, then edits it instruction by instruction.
fn story(
    row: &serde_json::Value,
    folder: &str,
    options: &Options,
    others: &[Arc<Input>],
) -> Fallible<()> {
    let text = |key: &str| row[key].as_str();
    let source = text("picture")
        .or(text("source_prompt"))
        .or(text("prompt"))
        .ok_or("no source_prompt")?;
    let id = text("id").unwrap_or("x");
    let size = row["width"].as_u64().zip(row["height"].as_u64());
    println!("{id}: {source}");
    let mut input = source_of(source, size.or(options.size), options.seed)?;
    std::fs::write(format!("{folder}/{id}-0.png"), png(&input)?)?;
    let listed = row["instructions"].as_array().into_iter().flatten();
    let instructions = listed.chain(row.get("instruction"));
    for (turn, instruction) in instructions.filter_map(|i| i.as_str()).enumerate() {
        let path = format!("{folder}/{id}-{}.png", turn + 1);
        let subject = subject(instruction, input, others, None);
        input = edit(subject, &path)?;
    }
    Ok(())
}

fn subject(
    instruction: &str,
    first: Input,
    others: &[Arc<Input>],
    mask: Option<Mask>,
) -> EditSubject {
    let mut inputs = vec![Arc::new(first)];
    inputs.extend(others.iter().cloned());
    EditSubject {
        instruction: instruction.into(),
        inputs,
        mask: mask.map(Arc::new),
    }
}

/// The texts of the picture, as far as its scene tells them.
fn texts(subject: &EditSubject) -> Vec<String> {
    fn walk(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => {
                let text = fields.get("text").and_then(serde_json::Value::as_str);
                out.extend(text.map(str::to_owned));
                fields.values().for_each(|field| walk(field, out));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| walk(item, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    let json = subject
        .inputs
        .first()
        .and_then(|input| input.scene_json.as_deref());
    if let Some(scene) = json.and_then(|json| serde_json::from_str(json).ok()) {
        walk(&scene, &mut out);
    }
    out
}

fn print_steps(how: &str, instruction: &Instruction) {
    println!("    {how}:");
    for step in &instruction.steps {
        println!("      step {:?}", step.change);
    }
    let unread = instruction.unread.iter();
    let unread: Vec<&str> = unread.map(|span| &instruction.text[span.clone()]).collect();
    println!("      keep {:?}, unread {unread:?}", instruction.keep);
}

/// Carries out one instruction, prints what was done, and returns the result as the next input.
fn edit(subject: EditSubject, path: &str) -> Fallible<Input> {
    println!("  > {}", subject.instruction);
    if std::env::var_os("STEPS").is_some() {
        let texts = texts(&subject);
        print_steps("alone", &instruct(&subject.instruction));
        let names = texts.iter().map(|text| {
            let name = text.trim_end_matches(|c: char| !c.is_alphabetic());
            name.trim().to_owned()
        });
        let said: Vec<String> = texts.iter().cloned().chain(names).collect();
        let told = instruct_told(&subject.instruction, &said, &texts);
        print_steps("with the texts of the picture", &told);
    }
    let output = run(JobSubject::Edit(Arc::new(subject)), None, 1)?;
    if let Some(report) = &output.edit {
        println!(
            "    {path}: by {}, confidence {:.2}, changed {:.2} %",
            report.located_by.name(),
            report.confidence,
            report.changed * 100.0
        );
    }
    for sentence in &output.plan {
        println!("    {sentence}");
    }
    for note in &output.notes {
        println!("    note {}: {}", note.code, note.message);
    }
    let input = input_of(output)?;
    std::fs::write(path, png(&input)?)?;
    Ok(input)
}

fn run(subject: JobSubject, size: Option<(u64, u64)>, seed: u64) -> Fallible<Output> {
    let size = match size {
        Some((w, h)) => {
            SizeSpec::exact(PixelSize::new("size", w, h).map_err(|e| e.message.to_string())?)
        }
        None => SizeSpec::default(),
    };
    let job = Job {
        subject,
        size,
        format: OutputFormat::Webp,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(seed),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    };
    Ok(Easel::new().run(&job, &Progress::new())?)
}

/// Returns the picture of a file, a scene document or a prompt.
fn source_of(source: &str, size: Option<(u64, u64)>, seed: u64) -> Fallible<Input> {
    let subject = match std::fs::read(source) {
        Ok(bytes) if source.ends_with(".json") => {
            JobSubject::Scene(String::from_utf8(bytes)?.into())
        }
        Ok(bytes) => return from_file(source, &bytes),
        Err(_) => JobSubject::Prompt(source.into()),
    };
    input_of(run(subject, size, seed)?)
}

fn from_file(path: &str, bytes: &[u8]) -> Fallible<Input> {
    let pixels = decode(bytes, &Limits::default()).map_err(|error| format!("{path}: {error}"))?;
    let scene = read_metadata(bytes)?.scene_json;
    Ok(Input {
        pixels,
        scene_json: scene.map(Into::into),
    })
}

fn input_of(output: Output) -> Fallible<Input> {
    let pixels = match output.rendered {
        Rendered::Pixels(pixels) => pixels,
        Rendered::Encoded { bytes, .. } => decode(&bytes, &Limits::default())?,
    };
    Ok(Input {
        pixels,
        scene_json: output.scene_json,
    })
}

/// Returns a mask that repaints what is light in a picture.
fn mask(path: &str) -> Fallible<Mask> {
    let pixels = decode(&std::fs::read(path)?, &Limits::default())?;
    let coverage = pixels
        .rgba
        .chunks_exact(4)
        .map(|p| ((u32::from(p[0]) + u32::from(p[1]) + u32::from(p[2])) / 3) as u8)
        .collect();
    Ok(Mask {
        width: pixels.width,
        height: pixels.height,
        coverage,
    })
}

/// Returns the picture as a PNG that carries its scene.
fn png(input: &Input) -> Fallible<Vec<u8>> {
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: plantain_image::Metadata {
            scene_json: input.scene_json.as_deref().map(str::to_owned),
            ..plantain_image::Metadata::default()
        },
    };
    Ok(encode(&input.pixels, &options)?)
}
