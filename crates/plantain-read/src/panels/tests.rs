//! Comics, storyboards and memes, panel by panel.

use crate::{Genre, read};

#[test]
fn panels_have_their_scene_and_speech() {
    // Prompt; for each panel a word of its scene, and speaker and text of its speeches.
    type Said = &'static [(Option<&'static str>, &'static str)];
    type Case = (&'static str, &'static [(&'static str, Said)]);
    const CASES: &[Case] = &[
        (
            "three-panel comic strip about a fox learning to ski, speech bubbles: 'Easy!', 'Hm', 'Again!'",
            &[
                ("fox", &[(None, "Easy!")]),
                ("fox", &[(None, "Hm")]),
                ("fox", &[(None, "Again!")]),
            ],
        ),
        (
            "comic page, panel 1: a robot walks a dog saying \"Nice day\". panel 2: the dog sees a bird. panel 3: the robot says \"Wait!\"",
            &[
                ("robot", &[(Some("robot"), "Nice day")]),
                ("bird", &[]),
                ("robot", &[(Some("robot"), "Wait!")]),
            ],
        ),
        (
            "2 panel comic, knight and dragon. Knight: 'Tea?' Dragon: 'Yes'",
            &[
                ("knight", &[(Some("knight"), "Tea?")]),
                ("knight", &[(Some("dragon"), "Yes")]),
            ],
        ),
        (
            "a comic strip with 3 panels: a duck wakes up, the duck finds a cake, the duck smiles. Speech bubble in the last panel: \"Yum!\"",
            &[("duck", &[]), ("cake", &[]), ("duck", &[(None, "Yum!")])],
        ),
        (
            "storyboard, four frames: a woman misses the train, runs along the platform, a taxi stops, she arrives at a theatre",
            &[
                ("train", &[]),
                ("woman", &[]),
                ("taxi", &[]),
                ("theatre", &[]),
            ],
        ),
        (
            "4-panel comic: a cat sees a fish, jumps, misses, and looks sad",
            &[
                ("fish", &[]),
                ("a cat jumps", &[]),
                ("a cat misses", &[]),
                ("a cat looks sad", &[]),
            ],
        ),
        (
            "comic about a boy who plants a seed, waters it and gets a sunflower",
            &[
                ("a boy plants", &[]),
                ("a boy waters the seed", &[]),
                ("sunflower", &[]),
            ],
        ),
        (
            "Storyboard de 3 viñetas: un perro encuentra un hueso, lo entierra, llueve",
            &[
                ("hueso", &[]),
                ("un perro lo entierra", &[]),
                ("un perro llueve", &[]),
            ],
        ),
        (
            "3 panel comic about a dog who steals a sausage, hides behind a tree and eats it",
            &[
                ("a dog steals", &[]),
                ("tree", &[]),
                ("eats the sausage", &[]),
            ],
        ),
        (
            "Comic in two panels. Dragon: 'I'm cold.' Knight: 'Take my scarf.'",
            &[
                ("a dragon and a knight", &[(Some("dragon"), "I'm cold.")]),
                (
                    "a dragon and a knight",
                    &[(Some("knight"), "Take my scarf.")],
                ),
            ],
        ),
        (
            "comic strip two panels. Robot: 'I am hungry.' Human: 'Have a battery.'",
            &[
                ("human", &[(Some("robot"), "I am hungry.")]),
                ("human", &[(Some("person"), "Have a battery.")]),
            ],
        ),
        (
            "3 panel comic: a robot finds an egg; the egg cracks; a little bird sits on the robot's head and says \"Mama!\"",
            &[
                ("robot", &[]),
                ("egg cracks", &[]),
                ("bird", &[(Some("bird"), "Mama!")]),
            ],
        ),
        (
            "four panel comic about Max the dog. 1) Max sees a squirrel. 2) Max runs. 3) The squirrel climbs a tree and says \"Too slow!\" 4) Max sleeps.",
            &[
                ("the dog sees", &[]),
                ("dog", &[]),
                ("squirrel", &[(Some("squirrel"), "Too slow!")]),
                ("dog", &[]),
            ],
        ),
        (
            "Comic strip with 3 panels. A cat named Momo sits in a box and says \"Mine.\" Momo looks at a fish. The fish says \"No!\"",
            &[
                ("cat", &[(Some("cat"), "Mine.")]),
                ("the cat looks", &[]),
                ("fish", &[(Some("fish"), "No!")]),
            ],
        ),
        (
            "storyboard: frame 1: a girl plants a seed. frame 2: a sprout appears and she claps. frame 3: a sunflower, she stands next to it",
            &[("girl", &[]), ("a girl claps", &[]), ("next to it", &[])],
        ),
        (
            "Comic, 3 panels: Tom builds a snowman; the sun comes out and the snowman says \"Uh oh\"; Tom smiles",
            &[
                ("the boy builds", &[]),
                ("sun", &[(Some("snowman"), "Uh oh")]),
                ("the boy", &[]),
            ],
        ),
        (
            "storyboard 3 frames: 1. woman wakes up 2. she opens the window 3. the sun shines",
            &[("woman", &[]), ("woman", &[]), ("sun", &[])],
        ),
        (
            "storyboard 2x1, a cat sees a bowl / bowl tips over. Same grey cat in every frame",
            &[
                ("a grey cat sees", &[]),
                ("bowl tips over, a grey cat", &[]),
            ],
        ),
        (
            "Two comic panels side by side. In the first a robot asks \"What is love?\" In the second a toaster replies \"Bread.\"",
            &[
                ("a robot", &[(Some("robot"), "What is love?")]),
                ("a toaster", &[(Some("toaster"), "Bread.")]),
            ],
        ),
        (
            "comic page with 3 panels. A dog says \"Pizza!\", a cat answers \"Mine\", then both eat together",
            &[
                ("A dog", &[(Some("dog"), "Pizza!")]),
                ("a cat", &[(Some("cat"), "Mine")]),
                ("a dog and a cat eat together", &[]),
            ],
        ),
        (
            "a storyboard with two panels: a boy plants a seed, the sprout has become a big sunflower",
            &[("seed", &[]), ("a big sunflower", &[])],
        ),
    ];
    for (prompt, want) in CASES {
        let brief = read(prompt);
        assert_eq!(brief.genre, Genre::Comic, "{prompt}");
        assert_eq!(
            brief.panels.len(),
            want.len(),
            "{prompt}: {:?}",
            brief.panels
        );
        for (panel, (word, said)) in brief.panels.iter().zip(*want) {
            assert!(panel.scene.contains(word), "{prompt}: {}", panel.scene);
            let found: Vec<(Option<&str>, &str)> = panel
                .speech
                .iter()
                .map(|s| (s.speaker.as_deref(), brief.literals[s.text].text.as_str()))
                .collect();
            assert_eq!(found, *said, "{prompt}");
        }
    }
}

#[test]
fn a_frame_says_how_the_camera_sees_it() {
    let brief = read(
        "storyboard 3 frames. Wide shot: a boat leaves the harbor. Close-up: the captain frowns. Night falls: a lighthouse shines",
    );
    let told: Vec<(&str, &str)> = brief
        .panels
        .iter()
        .map(|panel| (panel.shot.as_str(), panel.note.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Wide shot", "a boat leaves the harbor"),
            ("Close-up", "the captain frowns"),
            ("", "Night falls: a lighthouse shines"),
        ]
    );
    let brief = read("storyboard 2 frames: 1. a man runs 2. he dances, text \"Go on\"");
    assert_eq!(brief.panels[1].note, "he dances");
}

#[test]
fn panels_stand_as_they_are_told_to() {
    for (prompt, panels, columns) in [
        ("comic, three panels stacked", 3, Some(1)),
        ("two comic panels side by side", 2, Some(2)),
        ("storyboard, 6 frames in 2 rows", 6, Some(3)),
        ("storyboard 2x2, a cat", 4, Some(2)),
        ("comic with three panels", 3, None),
    ] {
        assert_eq!(crate::panel_columns(prompt, panels), columns, "{prompt}");
    }
}
