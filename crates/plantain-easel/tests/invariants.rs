//! What must hold for every prompt, tried on random ones: literals are kept, text can be read, filler can be left out,
//! the same input gives the same picture.

use plantain_easel::plan::{Ask, DoesNotFit, Plan, plan};
use plantain_easel::score::Rule;
use plantain_read::read;
use plantain_scene::draw::rasterize;
use plantain_scene::{Canvas, Node};
use proptest::prelude::*;

const CARRIERS: &[&str] = &["", "Create ", "please make me ", "I need "];
const GENRES: &[&str] = &[
    "a concert poster",
    "a sale banner",
    "a product label",
    "a dashboard UI screenshot",
    "a mobile app screen",
    "a login page",
    "a settings page",
    "an e-commerce product grid",
    "a bar chart",
    "a pie chart",
    "a line chart",
    "a business card",
    "an invitation",
    "a certificate",
    "a cafe menu",
    "a book cover",
    "an infographic",
    "a flowchart",
    "an org chart",
    "a timeline",
    "a water cycle diagram",
    "a labelled diagram of a flower",
    "a trail map",
    "a ticket",
    "a receipt",
    "a logo",
    "a road sign",
    "a title slide",
    "a quote card",
    "a T-shirt motif",
    "an instagram post",
    "a calendar page",
    "a comparison table",
    "a pricing page",
    "a kanban board",
    "an avatar of a smiling woman",
];
const TEXTS: &[&str] = &[
    "Harvest Fair",
    "Blue Hour",
    "UP TO 70% OFF",
    "Sign in",
    "Saturday 12 June",
    "Über uns",
    "déjà vu",
    "Tea & Toast",
    "$48,200",
    "€3.284,17",
    "555-0147",
    "hello@example.org",
    "Don't panic",
    "Ελληνικά",
    "Привет мир",
    "你好世界",
    "こんにちは",
    "안녕하세요",
    "مرحبا بالعالم",
    "שלום",
    "नमस्ते",
    "สวัสดี",
    "Łódź",
    "Done is better than perfect",
    "A rather long line of text that has to wrap at some point",
    "No. 7",
    "24/7",
    "x",
    "100 % wool",
    "ABC",
];
const LOOKS: &[&str] = &[
    "",
    ", minimalist",
    ", dark mode",
    ", yellow background",
    ", navy and gold",
    ", retro style",
    ", chalkboard style",
    ", pastel colours",
    ", bold red",
    ", white background",
    ", with a red apple",
    ", with three green trees",
];
const SIZES: &[(u32, u32)] = &[
    (1024, 1024),
    (1344, 768),
    (768, 1344),
    (864, 1152),
    (512, 512),
    (1600, 400),
    (400, 1600),
];

fn prompts() -> impl Strategy<Value = String> {
    let texts = prop::collection::vec(prop::sample::select(TEXTS), 0..5);
    (
        prop::sample::select(CARRIERS),
        prop::sample::select(GENRES),
        texts,
        prop::sample::select(LOOKS),
    )
        .prop_map(|(carrier, genre, texts, look)| {
            let quoted: Vec<String> = texts.iter().map(|text| format!("\"{text}\"")).collect();
            let says = if quoted.is_empty() {
                String::new()
            } else {
                format!(" with the texts {}", quoted.join(", "))
            };
            format!("{carrier}{genre}{says}{look}")
        })
}

fn draft(prompt: &str, size: (u32, u32), seed: u64, filler: bool) -> Result<Plan, DoesNotFit> {
    plan(
        &read(prompt),
        Ask {
            canvas: Canvas::new(size.0, size.1),
            seed,
            filler,
        },
    )
}

/// Rules that no literal may break in a picture that is handed out.
const STRICT: [Rule; 6] = [
    Rule::Missing,
    Rule::Overflow,
    Rule::OffCanvas,
    Rule::Covered,
    Rule::Collision,
    Rule::Contrast,
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn literals_are_kept_and_can_be_read(prompt in prompts(), size in prop::sample::select(SIZES), seed in 0_u64..50) {
        match draft(&prompt, size, seed, true) {
            Ok(plan) => {
                let broken: Vec<_> = plan.verdict.faults.iter().filter(|f| f.literal && STRICT.contains(&f.rule)).collect();
                prop_assert!(broken.is_empty(), "{prompt:?} {size:?} seed {seed} ({}): {broken:?}", plan.archetype);
            }
            Err(DoesNotFit { smallest }) => prop_assert!(smallest.is_some(), "{prompt:?} fits no size"),
        }
    }

    #[test]
    fn without_filler_nothing_is_invented(prompt in prompts(), seed in 0_u64..50) {
        if let Ok(plan) = draft(&prompt, (1024, 1024), seed, false) {
            let mut invented = Vec::new();
            plan.scene.root.visit(&mut |node: &Node| if node.filler { invented.push(node.id.clone()) });
            prop_assert!(invented.is_empty(), "{prompt:?}: {invented:?}");
        }
    }

    #[test]
    fn scenes_survive_their_own_json(prompt in prompts(), seed in 0_u64..50) {
        if let Ok(plan) = draft(&prompt, (800, 800), seed, true) {
            let json = serde_json::to_string(&plan.scene).unwrap();
            let again: plantain_scene::Scene = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
            prop_assert!(again.validate().is_ok());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn same_input_same_pixels(prompt in prompts(), seed in 0_u64..50) {
        let draw = || draft(&prompt, (512, 512), seed, true).map(|plan| rasterize(&plan.picture, plan.scene.canvas));
        prop_assert!(draw() == draw());
    }

    #[test]
    fn any_text_is_answered(prompt in "\\PC{0,400}", seed in 0_u64..10) {
        let _ = draft(&prompt, (512, 512), seed, true);
    }
}
