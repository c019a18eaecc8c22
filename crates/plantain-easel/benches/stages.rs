//! Where the time of a picture goes, kind by kind and size by size: reading, planning, drawing and packing.
//!
//! `cargo bench -p plantain-easel --bench stages [-- KIND... WIDTHxHEIGHT...]` prints medians in milliseconds and the slowest kind of every
//! size beside its budget; it asserts nothing. Every picture has its own seed.

use std::time::Instant;

use plantain_core::{Letters, OutputFormat, PixelSize, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_easel::plan::{Ask, plan};
use plantain_engine::{Engine, Job, JobSubject, Look, Progress};
use plantain_read::read;
use plantain_scene::Canvas;

const ROUNDS: u64 = 12;
/// Width, height and the milliseconds that a picture may take end to end.
const SIZES: [(u32, u32, f64); 4] = [
    (512, 512, 12.0),
    (1024, 1024, 20.0),
    (2048, 2048, 55.0),
    (3840, 2160, 90.0),
];
const KINDS: [(&str, &str); 38] = [
    (
        "dashboard",
        "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, orders 312, customers 1,204, refund rate 1.8%, and a table of recent orders",
    ),
    (
        "pricing",
        "pricing page with three plans, Starter $9, Team $29, Business $79 per month",
    ),
    (
        "phone",
        "mobile app home screen showing a fitness dashboard with step count 8,432 and a weekly bar chart",
    ),
    (
        "poster",
        "concert poster, title \"Blue Hour\", Friday 14 June, doors 8 pm, The Velvet Room",
    ),
    (
        "menu",
        "menu of a small bistro: onion soup 7, steak frites 19, creme brulee 8",
    ),
    (
        "flow",
        "flowchart of a password reset: open app, enter mail, code sent, is the code right? yes: new password, no: try again",
    ),
    (
        "org",
        "org chart: Ana Silva CEO, below her Ben Ortiz CTO, Chloe Tan CFO and Dev Rao COO",
    ),
    ("chart", "bar chart of sales Q1 4.2, Q2 5.1, Q3 3.8, Q4 6.4"),
    (
        "infographic",
        "infographic about saving water with five tips and icons",
    ),
    (
        "invoice",
        "invoice from Oakline Studio to Baker Ltd, 12 hours design at $80, 3 hours meetings at $60",
    ),
    (
        "map",
        "illustrated map of a harbour town with a walking route",
    ),
    ("logo", "logo for a coffee roaster called Ember & Oak"),
    (
        "product",
        "product picture of a matte green water bottle on a stone plinth",
    ),
    (
        "label",
        "label for a jar of strawberry jam, \"Berry Good\", 340 g",
    ),
    (
        "comic",
        "four panel comic: a cat finds a box, sits in it, the box falls over, the cat looks proud",
    ),
    (
        "scene",
        "three red apples and a green pear on a wooden table next to a blue vase",
    ),
    (
        "city",
        "a rainy city street at night with neon signs, cars and people with umbrellas",
    ),
    ("isometric", "isometric illustration of a small bakery"),
    ("pattern", "seamless pattern of lemons and leaves"),
    (
        "photo",
        "photo of a red teapot and two cups on a wooden table by a window",
    ),
    (
        "watercolour",
        "watercolor painting of a lighthouse on a cliff by the sea",
    ),
    ("oil", "oil painting of a sailing boat on a lake at sunset"),
    ("sketch", "pencil sketch of a dog beside a chair"),
    (
        "neon",
        "neon sign style drawing of a flamingo and a palm tree",
    ),
    ("clay", "clay render of a fox in a forest"),
    ("vintage", "vintage print of a bicycle by the sea"),
    ("paper", "paper cut art of mountains, a moon and a deer"),
    ("pixel", "pixel art of a castle, a knight and a dragon"),
    ("line", "line art drawing of a cat on a chair by a window"),
    ("chalk", "chalk drawing of a coffee cup and a croissant"),
    ("blueprint", "blueprint drawing of a bicycle and a house"),
    ("linocut", "linocut of a fox among leaves and birds"),
    (
        "woodblock",
        "ukiyo-e woodblock print of a boat on waves before a mountain",
    ),
    ("deco", "art deco picture of a car before a tall building"),
    ("halftone", "pop art picture of a telephone and a banana"),
    (
        "glass",
        "stained glass window of a bird, a flower and the sun",
    ),
    ("lowpoly", "low poly fox under a tree in the mountains"),
    (
        "silhouette",
        "silhouette of a horse and two trees at sunset",
    ),
];

fn main() {
    // `cargo test --benches` runs this too; only `cargo bench` asks for figures.
    let args: Vec<String> = std::env::args().skip(1).collect();
    if !args.iter().any(|arg| arg == "--bench") {
        return;
    }
    println!(
        "{:<22} {:>7} {:>7} {:>7} {:>7}",
        "", "read", "plan", "draw", "all"
    );
    let (sizes, kinds): (Vec<String>, Vec<String>) = args
        .into_iter()
        .filter(|arg| !arg.starts_with('-'))
        .partition(|arg| arg.contains('x') && arg.starts_with(|c: char| c.is_ascii_digit()));
    let wanted = |name: &str, of: &[String]| of.is_empty() || of.iter().any(|arg| arg == name);
    for (width, height, budget) in SIZES {
        if !wanted(&format!("{width}x{height}"), &sizes) {
            continue;
        }
        let mut slowest = ("", 0.0);
        for (name, prompt) in KINDS.into_iter().filter(|(name, _)| wanted(name, &kinds)) {
            let [read, plan, all] = stages(prompt, width, height);
            println!(
                "{:<22} {read:>7.2} {plan:>7.1} {:>7.1} {all:>7.1}{}",
                format!("{width}x{height} {name}"),
                (all - plan - read).max(0.0),
                if all > budget { "  over" } else { "" }
            );
            if all > slowest.1 {
                slowest = (name, all);
            }
        }
        println!(
            "{width}x{height}: {} is slowest, {:.1} ms of {budget}\n",
            slowest.0, slowest.1
        );
    }
}

/// Returns the medians of reading, of planning and of the whole run, in milliseconds.
fn stages(prompt: &str, width: u32, height: u32) -> [f64; 3] {
    let easel = Easel::new();
    let (mut reads, mut plans, mut runs) = (Vec::new(), Vec::new(), Vec::new());
    for seed in 0..ROUNDS {
        let start = Instant::now();
        let brief = read(prompt);
        reads.push(ms(start));
        let start = Instant::now();
        let ask = Ask {
            canvas: Canvas::new(width, height),
            seed: seed + 100,
            filler: true,
        };
        let planned = plan(&brief, ask);
        plans.push(ms(start));
        drop(planned);
        let start = Instant::now();
        let job = job(prompt, width, height, seed + 200);
        let output = easel.run(&job, &Progress::new());
        runs.push(ms(start));
        assert!(output.is_ok(), "{prompt:?} is drawn");
    }
    [reads, plans, runs].map(|mut times| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    })
}

fn job(prompt: &str, width: u32, height: u32, seed: u64) -> Job {
    let size = PixelSize::new("size", width.into(), height.into());
    Job {
        subject: JobSubject::Prompt(prompt.into()),
        size: SizeSpec::exact(size.expect("a size within the limits")),
        format: OutputFormat::Png,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(seed),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    }
}

fn ms(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
