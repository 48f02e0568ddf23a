/** The ordinary reports of the ward: who has said on which days that a task is done, some of them late. */

export interface Reported {
  who: string;
  number: number;
  days: string[];
}

/** A year stands only where it is the next one. */
function tells(who: string, number: number, days: string): Reported {
  return { who, number, days: days.split(' ').map((day) => (day.length === 5 ? `2026-${day}` : day)) };
}

export const REPORTS: Reported[] = [
  tells('Phùng Thị Sen', 2, '01-23 02-24 03-20 04-20 05-22 06-19 07-21 08-22 09-24 10-23 11-26 12-21'),
  tells(
    'Tạ Văn Bình',
    3,
    '01-15 01-22 01-26 02-03 02-23 02-24 02-25 03-02 03-16 03-23 03-25 04-03 04-13 04-20 04-21 04-28 05-08 05-11 05-26 06-24 07-24 08-27 09-28 10-26 12-01 12-25',
  ),
  tells('Ông Văn Lực', 4, '03-19 06-16 09-28 12-17'),
  tells('Mai Thị Liên', 5, '02-23'),
  tells('Mai Thị Liên', 7, '02-05 03-06 04-13 05-06 06-11 07-20 08-07 09-14 10-07 11-13 12-04 2027-01-08'),
  tells('Kiều Thị Oanh', 11, '01-29 03-27 04-28 06-26 07-29 10-29 11-27'),
  tells('Phùng Thị Sen', 13, '11-25'),
  tells('Tạ Văn Bình', 13, '11-27'),
  tells('Phùng Thị Sen', 15, '12-14'),
  tells('Bế Thị Thu', 18, '02-23'),
  tells('Hà Thị Lan', 19, '01-23 02-24 04-01 04-28 06-01 06-26 07-28 08-28 09-24 10-28 11-27 12-24'),
  tells('Bế Thị Thu', 20, '03-18 06-23 09-18 12-22'),
  tells('Quách Văn Nam', 22, '04-28 06-25'),
  tells('Bế Thị Thu', 24, '07-27'),
  tells('Hà Thị Lan', 25, '11-16'),
  tells('La Văn Tú', 26, '11-23'),
  tells('Đặng Thị Quế', 27, '02-26 05-29 06-26 07-29 08-28'),
  tells('Bế Thị Thu', 27, '10-29 11-27 12-29'),
  tells('Bế Thị Thu', 32, '12-07'),
  tells('Khổng Minh Hưng', 33, '01-21 02-27 03-23 04-28 05-21 06-19 07-28 09-03 09-22 10-22 11-23 12-28'),
  tells('Lò Thị Mây', 34, '03-12 06-12 09-11 12-11'),
  tells('Khổng Minh Hưng', 35, '01-21'),
  tells('Đặng Thị Quế', 36, '02-03'),
  tells('Cao Văn Khôi', 36, '02-09'),
  tells('La Văn Tú', 40, '08-28'),
  tells('Khổng Minh Hưng', 40, '09-03'),
  tells('Lò Thị Mây', 41, '06-29'),
  tells('Từ Thị Dung', 45, '02-05 03-05 04-02 05-05 06-08 09-03 12-01'),
  tells('Đàm Quang Huy', 47, '02-13'),
  tells('Từ Thị Dung', 47, '02-24'),
  tells('Hứa Văn Thắng', 49, '03-03'),
  tells('Đàm Quang Huy', 50, '01-19 02-13 03-23 04-17 05-20 06-29 07-17 08-20 09-18 10-20 11-17 12-18'),
  tells('Giàng A Páo', 51, '01-13 02-11 03-11 04-10 05-08 06-15 07-10 08-13 09-17 10-16 11-13 12-14'),
  tells('Hứa Văn Thắng', 52, '04-15'),
  tells('Thào Thị Mỷ', 57, '12-09'),
  tells('Thào Thị Mỷ', 58, '12-21'),
  tells('Đàm Quang Huy', 60, '2027-01-04'),
  tells('Lý Hải Đăng', 62, '08-26'),
  tells('Thào Thị Mỷ', 63, '06-08 07-10 08-07 09-15 10-15 11-16 12-11 2027-01-08'),
  tells('Giàng A Páo', 64, '08-28'),
  tells('Đàm Quang Huy', 64, '08-28'),
  tells('Hứa Văn Thắng', 65, '11-23'),
];
