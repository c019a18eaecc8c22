//! Printed pieces obey what the prompt says of their look, lead with its own words, and say nothing that nobody asked for.

use plantain_easel::plan::{Ask, Plan, plan};
use plantain_read::read;
use plantain_scene::Canvas;
use plantain_scene::color::Rgba;

fn draw(prompt: &str, seed: u64) -> Plan {
    let ask = Ask {
        canvas: Canvas::new(768, 1024),
        seed,
        filler: true,
    };
    plan(&read(prompt), ask).expect(prompt)
}

fn texts(plan: &Plan) -> Vec<&str> {
    plan.picture.texts.iter().map(|t| t.text.as_str()).collect()
}

#[test]
fn a_named_style_is_worn_by_every_seed() {
    for (prompt, themes) in [
        (
            "a vintage travel poster for Porto with a red boat",
            &["vintage"][..],
        ),
        ("art deco poster \"The Velvet Room\"", &["art-deco"]),
        ("kraft paper label 'Oat Soap', 90 g", &["kraft"]),
        ("swiss style poster for an exhibition \"Grid\"", &["swiss"]),
        ("grunge gig poster \"Rust Belt\"", &["grunge"]),
        ("steampunk ball poster \"The Brass Hour\"", &["steampunk"]),
        // The theme of a party is worn where no style is named.
        (
            "pirate birthday invite: \"Ahoy! Max is 6!\" \"Sunday 8 June\"",
            &["vintage", "nautical", "western"],
        ),
        (
            "halloween party invitation \"Spooky Night\" \"October 31\"",
            &["spooky", "gothic"],
        ),
        // A topic does not wipe the board.
        (
            "chalkboard wedding sign: Welcome to the wedding of Anna & Ben",
            &["chalk"],
        ),
    ] {
        for seed in 0..6 {
            let plan = draw(prompt, seed);
            let name = plan.scene.theme.name.as_str();
            assert!(themes.contains(&name), "{prompt}: {name}");
        }
    }
}

#[test]
fn a_named_style_is_seen_in_its_forms() {
    for (style, archetype) in [
        ("art deco", "sunburst"),
        ("synthwave", "grid horizon"),
        ("vaporwave", "grid horizon"),
        ("bauhaus", "primary forms"),
        ("constructivist", "primary forms"),
        ("swiss", "grid and one form"),
        ("brutalist", "raw boxes"),
        ("memphis", "scattered forms"),
        ("mid-century modern", "atomic panels"),
        ("pop art", "comic burst"),
        ("psychedelic", "ripples"),
        ("retro", "sweeping stripes"),
        ("art nouveau", "flowering arch"),
        ("gothic", "pointed window"),
        ("boho", "earthen arches"),
        ("grunge", "torn and taped"),
        ("steampunk", "brass gears"),
    ] {
        for kind in ["poster", "album cover", "book cover"] {
            let prompt = format!("{style} {kind} \"The Paper Moon\"");
            for seed in 0..2 {
                assert_eq!(draw(&prompt, seed).archetype, archetype, "{prompt}");
            }
        }
    }
}

#[test]
fn surfaces_and_printed_things_fill_the_page() {
    for (prompt, archetype) in [
        ("white marble texture background with gold veins", "surface"),
        ("oak wood texture", "surface"),
        ("T-shirt with a fox", "printed thing"),
        ("black mug that says \"Monday again\"", "printed thing"),
    ] {
        assert_eq!(draw(prompt, 1).archetype, archetype, "{prompt}");
    }
}

#[test]
fn stickers_marks_and_signs_say_nothing_of_their_own() {
    for prompt in [
        "cute robot sticker with a heart",
        "sticker sheet: apple, pear, plum",
        "app icon for a chess game",
        "t-shirt design of a fox on a bicycle",
    ] {
        for seed in 0..4 {
            let plan = draw(prompt, seed);
            assert_eq!(texts(&plan), Vec::<&str>::new(), "{prompt}");
        }
    }
}

#[test]
fn the_words_of_the_prompt_lead() {
    for (prompt, want) in [
        ("bake sale poster, friday 3pm in the gym", "Bake Sale"),
        (
            "label for homemade fig jam, 250g, made by Aunt Vera",
            "Homemade Fig Jam",
        ),
        (
            "story for our yoga retreat in Bali, 5-8 May",
            "Yoga Retreat in Bali",
        ),
        (
            "breakfast menu: Porridge 4, Omelette 6, Toast 3",
            "Breakfast Menu",
        ),
    ] {
        for seed in 0..3 {
            let plan = draw(prompt, seed);
            let found = texts(&plan).iter().any(|t| t.eq_ignore_ascii_case(want));
            assert!(found, "{prompt}: {:?}", texts(&plan));
        }
    }
}

#[test]
fn the_name_of_a_cover_is_its_largest_line() {
    for (prompt, name) in [
        (
            "magazine cover for a gardening magazine called BLOOM, issue 14, headlines: 50 easy perennials, Roses that forgive, Grow your own salad",
            "BLOOM",
        ),
        (
            "thriller book cover, The Last Signal, by Marcus Thorne, tagline 'Nobody is listening.'",
            "The Last Signal",
        ),
    ] {
        for seed in 0..4 {
            let plan = draw(prompt, seed);
            let size = |of: &dyn Fn(&str) -> bool| {
                let texts = plan.picture.texts.iter();
                let found = texts.filter(|t| of(&t.text.replace('\n', " ").to_lowercase()));
                found.map(|t| t.size).fold(0.0_f32, f32::max)
            };
            let name = name.to_lowercase();
            assert!(
                size(&|text| text.contains(&name)) >= size(&|text| !text.contains(&name)),
                "{prompt}, seed {seed}: {:?}",
                texts(&plan)
            );
        }
    }
}

#[test]
fn what_a_calendar_hangs_and_where_a_sign_points_is_drawn() {
    for (prompt, role, n) in [
        (
            "August 2027 wall calendar page with a sunflower picture",
            "picture",
            1,
        ),
        (
            "directional sign with arrows: left Beach, straight on Harbour, Lake ahead",
            "arrow",
            2,
        ),
        ("wooden signpost \"Beach\" and \"Village\"", "board", 2),
        (
            "shipping label FROM: Ida Moss, Hull TO: Max Bell, 4 Elm Road, Leeds",
            "barcode",
            1,
        ),
    ] {
        for seed in 0..4 {
            let plan = draw(prompt, seed);
            let mut found = 0;
            plan.scene
                .root
                .visit(&mut |node| found += usize::from(node.role == role));
            assert!(found >= n, "{prompt}, seed {seed}: {}", plan.archetype);
        }
    }
}

#[test]
fn seeds_are_other_layouts() {
    for prompt in [
        "poster for the spring fair, Saturday 3 May, Mill Meadow, with a tulip",
        "label 'Little Fern', green tea, 60 g",
        "bookshop social media post \"Read Slowly\"",
        "coffee shop receipt: 2 Latte $9.00, 1 Croissant $3.75, total $12.75",
    ] {
        let mut seen: Vec<&str> = (0..12).map(|seed| draw(prompt, seed).archetype).collect();
        seen.sort_unstable();
        seen.dedup();
        assert!(seen.len() >= 3, "{prompt}: {seen:?}");
    }
}

#[test]
fn a_pumpkin_alone_is_no_halloween() {
    for seed in 0..4 {
        let harvest = draw("poster \"Harvest Fair\" with a pumpkin", seed);
        let name = harvest.scene.theme.name.as_str();
        assert!(!["spooky", "gothic"].contains(&name), "{name}");
        let haunted = draw("poster \"Halloween Night\" with a pumpkin", seed);
        let name = haunted.scene.theme.name.as_str();
        assert!(["spooky", "gothic"].contains(&name), "{name}");
    }
}

#[test]
fn what_is_quoted_keeps_its_case() {
    for (prompt, words) in [
        (
            "slide with big number 87% \"of users recommend us\"",
            &["of users recommend us"][..],
        ),
        (
            "slide titled 'Next' with points 'pH of the soil', 'iOS first'",
            &["pH of the soil", "iOS first"],
        ),
    ] {
        for seed in 0..3 {
            let plan = draw(prompt, seed);
            let all = texts(&plan).join(" | ").replace('\n', " ");
            for word in words {
                assert!(all.contains(word), "{prompt}: {all}");
            }
        }
    }
}

#[test]
fn no_word_is_lost_for_a_headline() {
    for (prompt, words) in [
        (
            "album cover for a duo Ann & Bo, title 'Letters'",
            &["Ann & Bo", "Letters"][..],
        ),
        (
            "art deco wedding invitation Eleanor & James, 31 December 2026, black tie",
            &["Eleanor & James", "black tie"],
        ),
        (
            "instagram post swiss style: typography workshop, Sat 14 March, Studio Nord",
            &["typography workshop", "Studio Nord"],
        ),
        (
            "logo for a law firm Hartmann & Vogt, monogram HV",
            &["Hartmann & Vogt", "HV"],
        ),
        (
            "coffee shop receipt: Flat white 3.60, total 3.60",
            &["Coffee shop", "Flat white"],
        ),
        (
            "Visitenkarte: Inh. Petra Lang - Marktstr. 4, 79098 Freiburg",
            &["Inh. Petra Lang", "Marktstr. 4"],
        ),
    ] {
        for seed in 0..3 {
            let plan = draw(prompt, seed);
            let all = texts(&plan).join(" | ").to_lowercase();
            let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
            for word in words {
                assert!(all.contains(&word.to_lowercase()), "{prompt}: {all}");
            }
        }
    }
}

#[test]
fn grounds_carry_the_letters_that_were_asked_for() {
    // Prompt; the ink; whether the ground gives way to it or stays the paper that was asked for.
    for (prompt, ink, gives_way) in [
        (
            "motivational poster: 'Breathe in' white letters on teal",
            Rgba::WHITE,
            true,
        ),
        (
            "motivational poster: 'No excuses' black letters on orange",
            Rgba::BLACK,
            true,
        ),
        (
            "perfume label, white with gold text SOLEIL Eau de Toilette 100 ml",
            Rgba::BLACK,
            false,
        ),
    ] {
        for seed in 0..4 {
            let palette = draw(prompt, seed).scene.theme.palette;
            let (canvas, accent) = (palette.canvas.0, palette.accent.0);
            assert!(ink.contrast(canvas) >= 4.5, "{prompt}: {canvas:?}");
            if gives_way {
                assert!(ink.contrast(accent) >= 4.4, "{prompt}: {accent:?}");
            }
        }
    }
}

#[test]
fn what_was_asked_for_decides_the_plan() {
    for (prompt, archetype, text) in [
        (
            "round badge logo 'IRON PEAK GYM' est. 2015 with a mountain",
            "seal",
            "IRON PEAK GYM",
        ),
        (
            "Textbook cover \"Organic Chemistry\" L. Hammond blue with hexagons pattern",
            "patterned cover",
            "L. Hammond",
        ),
        (
            "lost dog poster. LOST DOG big, picture of a brown dog, Name: Rusty, Call 555-0172",
            "notice",
            "Name: Rusty",
        ),
    ] {
        for seed in 0..4 {
            let plan = draw(prompt, seed);
            assert_eq!(plan.archetype, archetype, "{prompt}");
            assert!(texts(&plan).contains(&text), "{prompt}");
        }
    }
}

#[test]
fn nothing_stands_beside_what_the_prompt_tells_itself() {
    for (prompt, never) in [
        (
            "train ticket from Porto to Lisbon, coach 21 seat 45, 14 May 2027 09:39",
            "10:20",
        ),
        (
            "certificado: Certificado de participación, otorgado a Luis Gómez, Taller de cerámica",
            "Certificado",
        ),
        (
            "banner tienda: Rebajas de verano hasta 50%, botón Ver ofertas",
            "Grandes rebajas",
        ),
    ] {
        for seed in 0..4 {
            let plan = draw(prompt, seed);
            assert!(!texts(&plan).contains(&never), "{prompt}");
        }
    }
}
