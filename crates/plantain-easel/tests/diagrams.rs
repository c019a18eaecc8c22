//! Diagrams, maps, infographics and tables keep every literal, on pages of all proportions and for any seed.

use plantain_easel::plan::{Ask, plan};
use plantain_read::read;
use plantain_scene::Canvas;

const PROMPTS: &[&str] = &[
    "flowchart: Start, Is it late? yes -> Go home, no -> Keep working, End",
    "sequence diagram: Client -> Gateway: sign in; Gateway -> Client: token",
    "org chart: CEO Ana Lima; under her CTO Raj Patel, CFO Mei Wong",
    "timeline: 1901 First flight, 1955 New hall, 1990 Sale, 2020 Museum",
    "mind map 'Garden' with branches 'Soil', 'Seeds', 'Tools', 'Water'",
    "Venn diagram of 'Tea' and 'Coffee', overlap 'Warm'",
    "water cycle with labels Evaporation, Condensation, Precipitation",
    "labelled diagram of an animal cell: Nucleus, Membrane, Mitochondrion",
    "layers of the earth cross section: 'Crust', 'Mantle', 'Core'",
    "Bohr model of a nitrogen atom, label Nucleus and Electron",
    "park map: Birch Trail 2 km, Pond, Parking, Café",
    "infographic \"A good day\": Wake early, Walk 30 minutes, Read a book",
    "Eisenhower matrix: 'Do' 'Plan' 'Delegate' 'Drop'",
    "2x2 matrix effort vs impact: 'Quick wins' 'Big bets' 'Fill-ins' 'Time sinks'",
    "feature comparison 'Us' vs 'Them': 'Free returns' ✓ ✗, 'Refunds' ✓ ✓",
    "comparison table Basic vs Pro: price $5 / $12, storage 10 GB / 1 TB, users 1 / 10",
    "circular process: Plan, Do, Check, Act, PDCA in the middle",
    "simple circuit: battery, switch, light bulb, resistor",
    "human brain diagram, label Frontal lobe, Parietal lobe, Cerebellum",
    "diagram of a neuron: 'Dendrite', 'Cell body', 'Axon'",
    "digestive system: Mouth, Stomach, Liver, Small intestine",
    "lungs diagram: Trachea, Left lung, Right lung, Diaphragm",
    "human ear diagram: Outer ear, Eardrum, Cochlea",
    "states of matter diagram: Solid, Liquid, Gas",
    "solar eclipse diagram: Sun, Moon, Earth",
    "greenhouse effect diagram: Sun, Atmosphere, Heat, Earth",
    "comparison table: columns Basic, Pro; rows Users 1 20, Storage 5 GB 50 GB",
];

const PAGES: &[(u32, u32)] = &[(1024, 1024), (1344, 768), (768, 1344), (512, 512)];

#[test]
fn literals_stand_whole_on_every_page() {
    for prompt in PROMPTS {
        let brief = read(prompt);
        assert!(!brief.literals.is_empty(), "{prompt}");
        for (width, height) in PAGES {
            for seed in [1, 2] {
                let ask = Ask {
                    canvas: Canvas::new(*width, *height),
                    seed,
                    filler: true,
                };
                let plan = plan(&brief, ask).expect("a plan");
                assert!(
                    !plan.verdict.loses_literals(),
                    "{prompt} at {width}x{height}, seed {seed}: {:?}",
                    plan.verdict.faults
                );
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_scene() {
    for prompt in PROMPTS {
        let brief = read(prompt);
        let ask = Ask {
            canvas: Canvas::new(1024, 768),
            seed: 7,
            filler: true,
        };
        let (a, b) = (plan(&brief, ask), plan(&brief, ask));
        assert_eq!(
            a.expect("a plan").scene,
            b.expect("a plan").scene,
            "{prompt}"
        );
    }
}

#[test]
fn without_filler_nothing_is_invented() {
    for prompt in PROMPTS {
        let brief = read(prompt);
        let ask = Ask {
            canvas: Canvas::new(1024, 768),
            seed: 3,
            filler: false,
        };
        let plan = plan(&brief, ask).expect("a plan");
        assert!(
            plan.picture.texts.iter().all(|text| !text.filler),
            "{prompt}"
        );
    }
}
