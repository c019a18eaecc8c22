//! Draws prompts without a server:
//! `cargo run -p plantain-easel --example draw -- "a poster …" -o out.png --size 1024x1024 --seed 1`, or
//! `--batch prompts.jsonl FOLDER` for lines with `id`, `prompt` and perhaps `width` and `height`.

use std::error::Error;
use std::io::BufWriter;
use std::time::Instant;

use plantain_easel::plan::{Ask, plan};
use plantain_read::read;
use plantain_scene::{Canvas, draw};

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| {
        args.iter()
            .position(|a| a == name)
            .and_then(|i| args.get(i + 1))
            .cloned()
    };
    let seed = value("--seed").map_or(Ok(1), |s| s.parse())?;
    let size = value("--size").unwrap_or_else(|| "1024x1024".into());
    let (width, height) = size.split_once('x').ok_or("--size WxH")?;
    let (width, height) = (width.parse()?, height.parse()?);
    if let Some(list) = value("--batch") {
        let folder = args.last().ok_or("folder")?;
        std::fs::create_dir_all(folder)?;
        for line in std::fs::read_to_string(list)?
            .lines()
            .filter(|l| !l.trim().is_empty())
        {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let side = |key: &str, default: u32| row[key].as_u64().map_or(default, |v| v as u32);
            let (w, h) = (side("width", width), side("height", height));
            let name = format!("{folder}/{}.png", row["id"].as_str().unwrap_or("x"));
            if let Err(error) = one(
                row["prompt"].as_str().unwrap_or_default(),
                &name,
                w,
                h,
                seed,
            ) {
                println!("{name}: {error}");
            }
        }
        return Ok(());
    }
    let prompt = args.first().ok_or("prompt")?;
    one(
        prompt,
        &value("-o").unwrap_or_else(|| "out.png".into()),
        width,
        height,
        seed,
    )
}

fn one(prompt: &str, path: &str, width: u32, height: u32, seed: u64) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let brief = read(prompt);
    let read_ms = start.elapsed().as_secs_f64() * 1e3;
    let ask = Ask {
        canvas: Canvas::new(width, height),
        seed,
        filler: true,
    };
    let plan = plan(&brief, ask).map_err(|error| format!("{error:?}"))?;
    let plan_ms = start.elapsed().as_secs_f64() * 1e3 - read_ms;
    let rgba = draw::rasterize(&plan.picture, plan.scene.canvas);
    let all_ms = start.elapsed().as_secs_f64() * 1e3;
    let file = BufWriter::new(std::fs::File::create(path)?);
    let mut encoder = png::Encoder::new(file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::Fast);
    encoder.write_header()?.write_image_data(&rgba)?;
    println!(
        "{path}: {:?}, {} ({}), {} nodes, {:.1} points; read {read_ms:.2} ms, plan {plan_ms:.1}, draw {:.1}",
        brief.genre,
        plan.archetype,
        plan.scene.theme.name,
        plan.picture.boxes.len(),
        plan.verdict.points(),
        all_ms - read_ms - plan_ms
    );
    for fault in &plan.verdict.faults {
        println!(
            "  {:?} {}{}: {}",
            fault.rule,
            if fault.literal { "literal " } else { "" },
            fault.node,
            fault.detail
        );
    }
    for note in &plan.notes {
        println!("  note {}: {}", note.code, note.message);
    }
    if std::env::var_os("SCENE").is_some() {
        println!("{}", serde_json::to_string_pretty(&plan.scene)?);
    }
    Ok(())
}
