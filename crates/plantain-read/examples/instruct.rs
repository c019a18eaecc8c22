//! Prints the reading of an instruction: `cargo run -p plantain-read --example instruct -- "make the car blue"`.
//!
//! Without arguments every line of the standard input is read.

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
    for text in arguments {
        println!("{text}");
        let read = plantain_read::instruct(&text);
        print!("{}", plantain_read::instruction_report(&read));
    }
}
