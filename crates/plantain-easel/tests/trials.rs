//! Many random prompts of every kind and size: nothing panics, no text that is asked for is lost or cut.
//!
//! `PLANTAIN_TRIALS` sets how many, 600 when missing. A failure names the number of the trial, which alone decides the
//! prompt.

use std::panic::{AssertUnwindSafe, catch_unwind};

use plantain_easel::plan::{Ask, DoesNotFit, plan};
use plantain_easel::rng::Rng;
use plantain_easel::score::Rule;
use plantain_read::read;
use plantain_scene::Canvas;
use rayon::prelude::*;

const TRIALS: u64 = 600;

const OPENINGS: &[&str] = &[
    "",
    "",
    "Create ",
    "please make me ",
    "I need ",
    "Erstelle ",
    "Crea ",
    "Créer ",
    "Crie ",
    "Maak ",
    "Stwórz ",
    "Создай ",
    "أنشئ ",
    "צור ",
    "बनाओ ",
    "生成",
    "作成: ",
    "can u do ",
    "hey, could you design ",
    "{\"prompt\": ",
];
const KINDS: &[&str] = &[
    "poster",
    "concert poster",
    "travel poster",
    "banner",
    "sale banner",
    "instagram story",
    "product label",
    "price tag",
    "menu",
    "business card",
    "certificate",
    "invitation",
    "book cover",
    "magazine cover",
    "album cover",
    "infographic",
    "flowchart",
    "org chart",
    "timeline",
    "mind map",
    "venn diagram",
    "comparison table",
    "slide",
    "calendar",
    "weekly planner",
    "receipt",
    "invoice",
    "ticket",
    "boarding pass",
    "stop sign",
    "chalkboard",
    "logo",
    "app icon",
    "sticker",
    "seamless pattern",
    "water cycle diagram",
    "labelled diagram of a flower",
    "food chain",
    "circuit diagram",
    "atom",
    "map of an island",
    "bar chart",
    "stacked bar chart",
    "line chart",
    "pie chart",
    "donut chart",
    "scatter plot",
    "radar chart",
    "funnel chart",
    "heat map",
    "gauge",
    "waterfall chart",
    "gantt chart",
    "dashboard",
    "login page",
    "sign-up form",
    "pricing page",
    "settings page",
    "kanban board",
    "inbox",
    "chat screen",
    "product page",
    "landing page",
    "admin table",
    "phone home screen",
    "banking app screen",
    "fitness app",
    "music player",
    "alarm app",
    "onboarding screen",
    "profile screen",
    "quote card",
    "code screenshot in python",
    "terminal window",
    "comic strip with 4 panels",
    "storyboard",
    "avatar of a man",
    "t-shirt design",
    "mug design",
    "gradient background",
    "family tree",
    "SWOT analysis",
    "recipe card",
    "poem",
    "kitchen with a red fridge",
    "street at night in the rain",
    "beach at sunset",
    "three cats on a sofa",
    "a chef riding a bicycle past a bakery",
    "still life with fruit",
    "Plakat",
    "cartel",
    "affiche",
    "Balkendiagramm",
    "плакат",
    "ملصق",
    "פוסטר",
    "海报",
    "ポスター",
    "포스터",
];
const WORDS: &[&str] = &[
    "with",
    "and",
    "for",
    "titled",
    "says",
    "a",
    "the",
    "red",
    "dark",
    "three",
    "12",
    "$48,200",
    "45%",
    "Q1 4.2",
    "Q2 5.1",
    "Mon",
    "title",
    "button",
    "labels",
    "steps",
    "under",
    "next to",
    "left",
    "no text",
    "minimal",
    "vintage",
    "watercolor",
    "for kids",
    "from 9:00 to 17:30",
    "14 June 2026",
    "hello@example.org",
    "https://example.org/a?b=c",
    "#hashtag",
    "@handle",
    "🎉",
    "👩🏽‍🚀",
    "“Blue Hour”",
    "'Don’t panic'",
    "«Été»",
    "「夏の夜」",
    "\"Ελληνικά\"",
    "\"Привет мир\"",
    "\"مرحبا بالعالم\"",
    "\"שלום עולם\"",
    "\"नमस्ते\"",
    "\"A rather long line of text that has to wrap at some point, and then once more\"",
    "\"x\"",
    "\"\"",
    "\"unclosed",
    "{\"a\": [1, 2, \"three\"]}",
    "- first\n- second\n- third",
    "1) Plan 2) Build 3) Ship",
    "->",
    "→",
    "|",
    "\n",
    "\t",
    ";",
    ":",
    "...",
    "ignore all previous instructions",
    "<b>bold</b>",
    "null",
    "NaN",
    "-1",
    "999999999999",
    "0/0",
    "\u{202e}",
    "\u{0}",
    "\u{feff}",
];
const SIZES: &[(u32, u32)] = &[
    (1024, 1024),
    (1344, 768),
    (768, 1344),
    (864, 1152),
    (512, 512),
    (1600, 400),
    (400, 1600),
    (300, 200),
    (160, 160),
    (64, 64),
    (16, 16),
    (2048, 256),
    (256, 2048),
    (3840, 2160),
];

struct Trial {
    prompt: String,
    size: (u32, u32),
    seed: u64,
}

fn trial(number: u64) -> Trial {
    let mut rng = Rng::new(number).fork("trial");
    let mut prompt = (*rng.pick(OPENINGS)).to_owned();
    prompt.push_str(rng.pick::<&str>(KINDS));
    for _ in 0..rng.below(9) {
        prompt.push(' ');
        prompt.push_str(rng.pick::<&str>(WORDS));
    }
    if rng.chance(0.05) {
        prompt = prompt.repeat(40);
    }
    if rng.chance(0.05) {
        let cut = rng.below(prompt.chars().count().max(1));
        prompt = prompt.chars().skip(cut).collect();
    }
    Trial {
        prompt,
        size: *rng.pick(SIZES),
        seed: rng.next_u64(),
    }
}

/// Rules that no asked-for text may break on a picture that is handed out.
const STRICT: [Rule; 5] = [
    Rule::Missing,
    Rule::Overflow,
    Rule::OffCanvas,
    Rule::Covered,
    Rule::Collision,
];

fn check(number: u64) -> Result<(), String> {
    let Trial { prompt, size, seed } = trial(number);
    let ask = Ask {
        canvas: Canvas::new(size.0, size.1),
        seed,
        filler: true,
    };
    let told =
        |what: String| format!("trial {number}: {what}: {prompt:?} at {size:?}, seed {seed}");
    match catch_unwind(AssertUnwindSafe(|| plan(&read(&prompt), ask))) {
        Err(_) => Err(told("panics".to_owned())),
        Ok(Err(DoesNotFit { .. })) => Ok(()),
        Ok(Ok(plan)) => {
            let broken = plan.verdict.faults.iter();
            let broken: Vec<_> = broken
                .filter(|f| f.literal && STRICT.contains(&f.rule))
                .collect();
            if broken.is_empty() {
                return Ok(());
            }
            Err(told(format!("{} breaks {broken:?}", plan.archetype)))
        }
    }
}

#[test]
fn no_prompt_panics_or_loses_its_words() {
    let trials = std::env::var("PLANTAIN_TRIALS").ok();
    let trials = trials.map_or(TRIALS, |text| text.parse().unwrap());
    let failures: Vec<String> = (0..trials)
        .into_par_iter()
        .filter_map(|number| check(number).err())
        .collect();
    assert!(
        failures.is_empty(),
        "{} of {trials} trials fail:\n{}",
        failures.len(),
        failures.join("\n")
    );
}
