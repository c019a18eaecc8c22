//! `plantain eval edit`: how many instructions do to the scene what they ask for, and leave the rest.

mod colors;
mod relations;

use std::sync::Arc;

use plantain_core::{Letters, OutputFormat, Pixels, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{
    EditSubject, Engine, EngineError, Input, Job, JobSubject, Look, Output, Progress, Rendered,
};
use plantain_image::{Limits, decode};
use plantain_scene::color::Rgba;
use plantain_scene::layout::{Picture, layout};
use plantain_scene::node::{Content, Paint};
use plantain_scene::{Node, Scene};
use serde::Deserialize;
use serde_json::json;

use crate::cli::EvalEditArgs;
use crate::failure::Failure;
use crate::screen;

use self::colors::{NEAR, color, colored, far, look, palette, part};
use self::relations::{placed, related};

#[derive(Debug, Deserialize)]
struct Case {
    id: String,
    source_prompt: String,
    instruction: String,
    #[serde(default)]
    expect: Expect,
}

#[derive(Debug, Default, Deserialize)]
struct Expect {
    #[serde(default)]
    texts: Vec<String>,
    #[serde(default)]
    absent_texts: Vec<String>,
    #[serde(default)]
    counts: std::collections::BTreeMap<String, usize>,
    #[serde(default)]
    keep: Vec<String>,
    #[serde(default)]
    checks: Vec<String>,
    background: Option<String>,
    aspect: Option<String>,
    style: Option<String>,
    chart: Option<String>,
    /// The code of the refusal that is right.
    refused: Option<String>,
}

/// A picture as far as checks look at it.
struct View {
    scene: Scene,
    picture: Picture,
    input: Input,
}

/// Draws, edits and checks every line, and prints what does not hold.
pub fn edit(args: &EvalEditArgs) -> Result<(), Failure> {
    let lines = std::fs::read_to_string(&args.edits)
        .map_err(|error| Failure::machine(args.edits.display(), error))?;
    let mut results = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let case: Case = serde_json::from_str(line)
            .map_err(|error| Failure::machine(args.edits.display(), error))?;
        let faults = judge(&case, args.seed);
        if !args.json {
            for fault in &faults {
                screen::line(format!("{} {:?}: {fault}", case.id, case.instruction))?;
            }
        }
        results.push((case.id, faults));
    }
    let held = results
        .iter()
        .filter(|(_, faults)| faults.is_empty())
        .count();
    if args.json {
        let rows: Vec<_> = results
            .iter()
            .map(|(id, faults)| json!({"id": id, "faults": faults}))
            .collect();
        return screen::json(&json!({"held": held, "of": results.len(), "rows": rows}));
    }
    screen::line(format!(
        "{held} of {} instructions did what they ask for ({:.1} %)",
        results.len(),
        held as f32 * 100.0 / results.len().max(1) as f32
    ))
}

fn judge(case: &Case, seed: u64) -> Vec<String> {
    let before =
        match run(JobSubject::Prompt(case.source_prompt.as_str().into()), seed).and_then(view) {
            Ok(view) => view,
            Err(error) => return vec![format!("no source: {error}")],
        };
    let subject = EditSubject {
        instruction: case.instruction.as_str().into(),
        inputs: vec![Arc::new(before.input.clone())],
        mask: None,
    };
    let after = run(JobSubject::Edit(Arc::new(subject)), seed).and_then(|output| {
        match output.scene_json.is_some() {
            true => view(output),
            false => filtered(&before, output),
        }
    });
    let after = match (after, &case.expect.refused) {
        (Ok(_), Some(code)) => return vec![format!("not refused as {code}")],
        (Ok(view), None) => view,
        (Err(error), refused) => {
            let error = plantain_core::Error::from(error);
            return match refused {
                Some(code) if code == error.code => Vec::new(),
                _ => vec![format!("refused, {}: {}", error.code, error.message)],
            };
        }
    };
    let mut faults = Vec::new();
    words(&case.expect, &after, &mut faults);
    things(&case.expect, &before, &after, &mut faults);
    ground(&case.expect, &before, &after, &mut faults);
    for check in &case.expect.checks {
        if let Err(why) = holds(check, &before, &after) {
            faults.push(format!("{check}: {why}"));
        }
    }
    faults
}

fn run(subject: JobSubject, seed: u64) -> Result<Output, EngineError> {
    let job = Job {
        subject,
        size: SizeSpec::default(),
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
    Easel::new().run(&job, &Progress::new())
}

fn failed(detail: String) -> EngineError {
    EngineError::Failed {
        detail,
        retry_helps: false,
    }
}

fn pixels_of(rendered: Rendered) -> Result<Pixels, EngineError> {
    match rendered {
        Rendered::Pixels(pixels) => Ok(pixels),
        Rendered::Encoded { bytes, .. } => {
            decode(&bytes, &Limits::default()).map_err(|error| failed(error.to_string()))
        }
    }
}

/// The things and words of the picture before, under the pixels that a filter of the whole made of it.
fn filtered(before: &View, output: Output) -> Result<View, EngineError> {
    let pixels = pixels_of(output.rendered)?;
    let old = &before.input.pixels;
    if (pixels.width, pixels.height) != (old.width, old.height) {
        return Err(failed("the picture has no scene any more".into()));
    }
    let scene = before.scene.clone();
    Ok(View {
        picture: layout(&scene),
        scene,
        input: Input {
            pixels,
            scene_json: None,
        },
    })
}

fn view(output: Output) -> Result<View, EngineError> {
    let json = output
        .scene_json
        .ok_or_else(|| failed("the picture has no scene any more".into()))?;
    let pixels = pixels_of(output.rendered)?;
    let mut scene = Scene::from_json(&json).map_err(failed)?;
    scene.assign_ids();
    let picture = layout(&scene);
    Ok(View {
        picture,
        scene,
        input: Input {
            pixels,
            scene_json: Some(json),
        },
    })
}

fn fold(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn words(expect: &Expect, after: &View, faults: &mut Vec<String>) {
    let lines: Vec<String> = after.picture.texts.iter().map(|t| fold(&t.text)).collect();
    let all = lines.join(" ");
    for text in &expect.texts {
        let wanted = fold(text);
        if !all.contains(&wanted) && !lines.iter().any(|l| l.contains(&wanted)) {
            faults.push(format!("no text {text:?}"));
        }
    }
    for text in &expect.absent_texts {
        if lines.iter().any(|line| line.contains(&fold(text))) {
            faults.push(format!("text {text:?} is still there"));
        }
    }
    if let Some(cut) = after.picture.texts.iter().find(|t| t.overflow && t.literal) {
        faults.push(format!("{:?} is cut", cut.text));
    }
}

/// Returns the nodes that show a thing of this name: objects, parts by role, places.
fn named<'a>(view: &'a View, noun: &str) -> Vec<&'a Node> {
    let mut found = Vec::new();
    view.scene.root.visit(&mut |node| {
        let own = match (&node.content, node.facts.get("noun")) {
            _ if node.facts.contains_key("of") => return,
            (_, Some(noun)) => noun.clone(),
            (Content::Object(object), _) => object.name.replace('-', " "),
            _ => return,
        };
        let last = own.rsplit(' ').next().unwrap_or("");
        let kind = plantain_easel::stage::find::kind(&own);
        let child = noun == "kid" && matches!(last, "child" | "boy" | "girl" | "kid" | "toddler");
        if own == noun
            || last == noun
            || child
            || kind == Some(noun)
            || same_drawing(noun, node)
            || noun.ends_with(&format!(" {own}"))
        {
            found.push(node);
        }
    });
    // Parts are told by their role ("app-icon"); by their id only where none has it: the signs of a status bar are icons, too.
    let role = format!("-{noun}");
    let named = |node: &Node| node.role == noun || node.role.ends_with(&role);
    let stem = |node: &Node| {
        node.id
            .rsplit_once('-')
            .is_some_and(|(stem, _)| stem == noun)
    };
    for tells in [&named as &dyn Fn(&Node) -> bool, &stem] {
        if found.is_empty() {
            view.scene.root.visit(&mut |node| {
                if tells(node) {
                    found.push(node);
                }
            });
        }
    }
    found
}

/// Whether a node is drawn as what a noun names: a biscuit as a cookie.
fn same_drawing(noun: &str, node: &Node) -> bool {
    let Content::Object(object) = &node.content else {
        return false;
    };
    let single = node.facts.get("noun").is_none_or(|own| own != noun);
    single
        && plantain_art::find_object(noun)
            .is_some_and(|found| found.exact && found.object.name == object.name)
}

/// Returns how many of something a picture shows: things and parts by name, bars of a chart, boxes of a flow.
fn count(view: &View, noun: &str) -> usize {
    let found = named(view, noun).len();
    if found > 0 {
        return found;
    }
    match noun {
        "bar" | "slice" | "point" => {
            let mut marks = 0;
            view.scene.root.visit(&mut |node| {
                if let Content::Chart(spec) = &node.content {
                    marks = marks.max(spec.labels.len());
                }
            });
            marks
        }
        "box" | "step" => named(view, "node").len(),
        _ => 0,
    }
}

fn things(expect: &Expect, before: &View, after: &View, faults: &mut Vec<String>) {
    for (noun, n) in &expect.counts {
        let got = count(after, noun);
        if got != *n {
            let was = count(before, noun);
            faults.push(format!("{got} × {noun} instead of {n} (before: {was})"));
        }
    }
    for noun in &expect.keep {
        if !named(before, noun).is_empty() && named(after, noun).is_empty() {
            faults.push(format!("{noun} is gone"));
        }
    }
}

/// Returns the colour that most of the border of the picture has.
fn border(view: &View) -> Rgba {
    let p = &view.input.pixels;
    let at = |x: u32, y: u32| {
        let i = p.offset(x, y);
        [p.rgba[i], p.rgba[i + 1], p.rgba[i + 2], p.rgba[i + 3]]
    };
    let mut seen: std::collections::BTreeMap<[u8; 3], (u32, [u8; 4])> =
        std::collections::BTreeMap::new();
    for i in 0..64 {
        let (x, y) = ((p.width - 1) * i / 63, (p.height - 1) * i / 63);
        let (dx, dy) = (p.width / 80, p.height / 80);
        for [r, g, b, a] in [
            at(x, dy),
            at(x, p.height - 1 - dy),
            at(dx, y),
            at(p.width - 1 - dx, y),
        ] {
            let slot = seen
                .entry([r / 24, g / 24, b / 24])
                .or_insert((0, [r, g, b, a]));
            slot.0 += 1;
        }
    }
    let most = seen.into_values().max_by_key(|(n, _)| *n);
    Rgba(most.map_or([0; 4], |(_, c)| c))
}

fn fact(view: &View, key: &str) -> String {
    let mut found = String::new();
    view.scene.root.visit(&mut |node| {
        if found.is_empty()
            && let Some(value) = node.facts.get(key)
        {
            found = value.to_lowercase();
        }
    });
    found
}

/// Whether a gradient fills the page.
fn graded(view: &View) -> bool {
    let shaded = |node: &Node| {
        matches!(
            node.style.fill,
            Some(Paint::Linear { .. } | Paint::Radial { .. })
        )
    };
    let full = |node: &Node| {
        let own = view.picture.boxes.iter().find(|own| own.id == node.id);
        let all = f64::from(view.picture.width) * f64::from(view.picture.height);
        own.is_some_and(|own| own.rect.area() > 0.9 * all)
    };
    let mut found = false;
    view.scene
        .root
        .visit(&mut |node| found |= shaded(node) && full(node));
    found
}

/// Whether all pixels of a picture are greys.
fn grey(view: &View) -> bool {
    const SLACK: u8 = 10;
    view.input.pixels.rgba.chunks_exact(4).all(|p| {
        let (least, most) = (p[0].min(p[1]).min(p[2]), p[0].max(p[1]).max(p[2]));
        most - least <= SLACK
    })
}

fn ground(expect: &Expect, before: &View, after: &View, faults: &mut Vec<String>) {
    if let Some(wanted) = &expect.background {
        let edge = border(after);
        let place = [
            fact(after, "place"),
            fact(after, "time"),
            fact(after, "weather"),
            fact(after, "season"),
        ]
        .join(" ");
        let ok = match wanted.as_str() {
            "transparent" => after.scene.canvas.transparent && edge.0[3] == 0,
            "dark" => edge.oklch().l < 0.45 || after.scene.theme.is_dark(),
            // A device stands before a backdrop of its own.
            "light" => edge.oklch().l > 0.8 || !after.scene.theme.is_dark(),
            "gradient" => graded(after),
            "grass" => {
                place.contains("field") || place.contains("park") || place.contains("garden")
            }
            "sea" if place.contains("underwater") => true,
            // Another world than the moon by the colour of its ground.
            "mars" if place.contains("moon") => color("rust").is_some_and(|c| far(c, edge) < NEAR),
            // "city street": by its last word.
            name => {
                place.contains(name.rsplit(' ').next().unwrap_or(name))
                    || color(name).is_some_and(|c| far(c, edge) < NEAR)
            }
        };
        if !ok {
            faults.push(format!("the background is {edge} ({place}), not {wanted}"));
        }
    }
    let size = after.scene.canvas;
    if let Some((w, h)) = expect.aspect.as_deref().and_then(|a| a.split_once(':')) {
        let wanted = w.parse().unwrap_or(1.0) / h.parse().unwrap_or(1.0_f32);
        let got = size.width as f32 / size.height as f32;
        if (got / wanted - 1.0).abs() > 0.03 {
            faults.push(format!("{}x{} is not {w}:{h}", size.width, size.height));
        }
    }
    if let Some(style) = &expect.style {
        let theme = &after.scene.theme;
        let nodes = |view: &View| {
            let mut n = 0;
            view.scene.root.visit(&mut |_| n += 1);
            n
        };
        let simpler = style == "minimal" && nodes(after) < nodes(before);
        let named = |name: &str| name.replace('-', " ").contains(style.as_str());
        let grey = style == "monochrome" && grey(after);
        if !named(&theme.name) && !named(&theme.manner) && !simpler && !grey {
            faults.push(format!("the style is {} {}", theme.name, theme.manner));
        }
    }
    if let Some(wanted) = &expect.chart {
        let mut kinds = Vec::new();
        after.scene.root.visit(&mut |node| {
            if let Content::Chart(spec) = &node.content {
                kinds.push(format!("{:?}", spec.chart).to_lowercase());
            }
        });
        let flow = wanted == "flowchart" && named(after, "node").len() > 1;
        if !flow
            && !kinds
                .iter()
                .any(|kind| kind.contains(&wanted.replace('-', "")))
        {
            faults.push(format!("charts are {kinds:?}"));
        }
    }
}

fn holds(check: &str, before: &View, after: &View) -> Result<(), String> {
    if let Some(rest) = check.strip_prefix("set ") {
        return colored(rest, after);
    }
    if let Some(rest) = check.strip_prefix("add ") {
        return added(rest, before, after);
    }
    if let Some(rest) = check.strip_prefix("palette ") {
        return palette(rest, after);
    }
    related(check, after)
}

/// "1 black cat", "2 swan", "1 cabin@bottom-left", "leaf".
fn added(rest: &str, before: &View, after: &View) -> Result<(), String> {
    let (words, position) = rest
        .split_once('@')
        .map_or((rest, None), |(w, p)| (w, Some(p)));
    let mut words: Vec<&str> = words.split(' ').collect();
    let count: Option<usize> = words.first().and_then(|w| w.parse().ok());
    if count.is_some() {
        words.remove(0);
    }
    let noun = words.pop().ok_or("is no check")?;
    // What falls or shines belongs to the place.
    let sky = |view: &View| {
        let weather = fact(view, "weather");
        match noun {
            "star" | "stars" => fact(view, "time") == "night",
            _ => !weather.is_empty() && weather.contains(noun),
        }
    };
    if sky(after) && !sky(before) {
        return Ok(());
    }
    // A scarf that is drawn with its wearer takes the colour of the one that came.
    if let Some(wanted) = words.first().and_then(|name| color(name))
        && named(after, noun).is_empty()
        && part(after, noun).is_some_and(|own| far(own, wanted) < NEAR)
        && part(after, noun) != part(before, noun)
    {
        return Ok(());
    }
    let (was, now) = (named(before, noun), named(after, noun));
    let more = now.len().saturating_sub(was.len());
    if count.map_or(more == 0, |n| more != n) {
        return Err(format!("{more} came"));
    }
    let new: Vec<&&Node> = now
        .iter()
        .filter(|n| !was.iter().any(|w| w.id == n.id))
        .collect();
    if let Some(wanted) = words.first().and_then(|name| color(name))
        && !new
            .iter()
            .any(|n| look(after, n).is_some_and(|c| far(c, wanted) < NEAR))
    {
        return Err(format!("none is {}", words[0]));
    }
    if let Some(position) = position {
        placed(after, noun, position)?;
    }
    Ok(())
}
