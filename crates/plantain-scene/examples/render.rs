//! Draws a scene document: `cargo run -p plantain-scene --example render -- scene.json out.png`.

use std::error::Error;
use std::io::BufWriter;

use plantain_scene::{Scene, draw, layout};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(input), Some(output)) = (args.next(), args.next()) else {
        return Err("usage: render SCENE.json OUT.png".into());
    };
    let scene: Scene = serde_json::from_str(&std::fs::read_to_string(input)?)?;
    scene.validate()?;
    let picture = layout::layout(&scene);
    let rgba = draw::rasterize(&picture, scene.canvas);
    let file = BufWriter::new(std::fs::File::create(output)?);
    let mut encoder = png::Encoder::new(file, scene.canvas.width, scene.canvas.height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header()?.write_image_data(&rgba)?;
    for text in picture.texts.iter().filter(|text| text.overflow) {
        println!("does not fit: {:?}", text.text);
    }
    println!("missing glyphs: {:?}", picture.missing_glyphs());
    Ok(())
}
