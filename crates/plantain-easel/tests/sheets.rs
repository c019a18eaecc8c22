//! Printed sheets keep their words, and another seed is another layout.

use plantain_easel::plan::{Ask, Plan, plan};
use plantain_scene::Canvas;

fn draw(prompt: &str, size: (u32, u32), seed: u64) -> Plan {
    let ask = Ask {
        canvas: Canvas::new(size.0, size.1),
        seed,
        filler: true,
    };
    plan(&plantain_read::read(prompt), ask).expect(prompt)
}

/// Draws with four seeds; no layout loses a word, and at least `layouts` of them differ.
fn check(prompt: &str, size: (u32, u32), layouts: usize) {
    let plans: Vec<Plan> = (0..4).map(|seed| draw(prompt, size, seed)).collect();
    for plan in &plans {
        assert!(
            !plan.verdict.loses_literals(),
            "{prompt} as {}: {:?}",
            plan.archetype,
            plan.verdict.faults
        );
        assert!(
            !plan.archetype.contains("strip") && !plan.archetype.contains("tower"),
            "{prompt} fell back to {}",
            plan.archetype
        );
    }
    let mut names: Vec<&str> = plans.iter().map(|plan| plan.archetype).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() >= layouts, "{prompt}: {names:?}");
}

#[test]
fn sheets_keep_their_words_and_vary() {
    for (prompt, size, layouts) in [
        (
            "loyalty card for Tilda's Bakery, buy 7 loaves get the 8th free",
            (1050, 600),
            3,
        ),
        (
            "gift voucher from Casa Verde worth €60, valid until 1 May 2027",
            (1200, 600),
            3,
        ),
        (
            "visitor badge: Ines Moreau, Auditor, Kestrel Works",
            (700, 1000),
            3,
        ),
        (
            "employee id card Kofi Mensah, Driver, ID 5521, company Blue Line Freight",
            (640, 1000),
            2,
        ),
        (
            "letter from Oak Street School: Dear parents, the pool is closed on Friday. Please send no swimwear. \
             Kind regards, Ruth Adler",
            (850, 1100),
            3,
        ),
        (
            "volunteer form, fields: Full name, Email, Phone, Available days, Comments, Signature",
            (850, 1100),
            3,
        ),
        (
            "subtraction worksheet, 16 problems up to 50",
            (850, 1100),
            3,
        ),
        ("road trip bingo card", (850, 1100), 3),
        (
            "recipe card: Miso Soup. Ingredients: 1 l dashi, 3 tbsp miso, tofu. Steps: heat dashi; stir in miso; add tofu",
            (1200, 800),
            3,
        ),
        (
            "moving checklist: boxes, tape, change of address, keys, meter readings",
            (850, 1100),
            3,
        ),
    ] {
        check(prompt, size, layouts);
    }
}
