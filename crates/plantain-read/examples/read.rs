//! Prints the brief of a prompt: `cargo run -p plantain-read --example read -- "a poster for a jazz night"`.

use std::io::BufRead;

fn main() {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.is_empty() {
        arguments = std::io::stdin()
            .lock()
            .lines()
            .map_while(Result::ok)
            .collect();
    }
    for prompt in arguments {
        let brief = plantain_read::read(&prompt);
        println!("{}\n{brief:#?}", plantain_read::brief_report(&brief));
    }
}
