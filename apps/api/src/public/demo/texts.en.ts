import type { DemoTexts } from './demo-texts.ts';

export const texts: DemoTexts = {
  language: 'en',
  product: 'Tsumiki Stock',
  company: 'Tsumiki Works, Inc.',
  bar: {
    note: 'A demo site of Sodate. Company and product are made up; what you view and send is recorded in this Sodate.',
    back: 'Back to Sodate',
  },
  otherLanguage: '日本語',
  skip: 'Skip to content',
  menu: { label: 'Main menu', features: 'Features', cases: 'Customers', price: 'Pricing' },
  request: 'Get the brochure',
  contact: 'Contact us',
  home: {
    title: 'Inventory for parts makers and wholesalers',
    headline: 'A warehouse that counts right\nruns quietly.',
    lead: 'Tsumiki Stock is inventory management for parts makers and wholesalers. Scanners and phones show the same screen, so you know the count at the shelf and in the meeting room alike.',
    featuresTitle: 'Five features that began as complaints from the floor',
    casesTitle: 'Three companies whose counts now match',
    closing: 'Would it fit your shelves? Start with the brochure',
    closingLead: 'Twenty-four pages: every screen, how a rollout goes, and what it costs by industry.',
  },
  readMore: 'Read more',
  otherFeatures: 'Other features',
  otherCases: 'Other customers',
  features: [
    {
      slug: 'stocktake',
      title: 'Counting without stopping',
      summary: 'Twenty shelves a day, counted while orders keep shipping.',
      lead: 'Do you close the warehouse for two days, twice a year, to count everything? Tsumiki Stock counts a little every day and fixes differences on the spot.',
      sections: [
        {
          heading: 'Today’s shelves arrive in the morning',
          text: 'Busy items and shelves that were off last time come first. Staff simply walk the list of twenty.',
        },
        {
          heading: 'Ship while you count',
          text: 'Movements during the count are reconciled with the books as they stood at its start, so nothing has to stop.',
        },
        {
          heading: 'The reason stays on record',
          text: 'Miscounted, wrong shelf, never entered: differences add up by reason and show which step to fix next.',
        },
      ],
    },
    {
      slug: 'lots',
      title: 'Lots and expiry dates',
      summary: 'Follow a lot number from receipt to shipment in one line.',
      lead: 'When a defect is reported, which customers got the lot, and how many? With Tsumiki Stock that is one search.',
      sections: [
        {
          heading: 'The screen leads first-in, first-out',
          text: 'Allocation starts with the nearest date. The picking list names the lot and the shelf to take it from.',
        },
        {
          heading: 'A warning before it expires',
          text: 'The person in charge hears of it as many days ahead as you set, in time to discount or to move it.',
        },
        {
          heading: 'Trace in both directions',
          text: 'From material to product and from product to customer; the result is ready to send as a report.',
        },
      ],
    },
    {
      slug: 'reorder',
      title: 'Reorder points that keep up',
      summary: 'Revised weekly from shipments and how reliable each supplier is.',
      lead: 'With reorder points set years ago, what sells runs out and what does not piles up. Tsumiki Stock revises them every week.',
      sections: [
        {
          heading: 'Late suppliers are reckoned with',
          text: 'Actual lead times are recorded, and items from suppliers who tend to be late get the margin they need.',
        },
        {
          heading: 'See only what changed',
          text: 'The list shows items whose reorder point would move, and why. Nothing changes until you approve it.',
        },
        {
          heading: 'See what lies idle',
          text: 'Stock that has not moved for six months, by value: a place to start freeing space and cash.',
        },
      ],
    },
    {
      slug: 'locations',
      title: 'Stock in many places',
      summary: 'Head office, plants, branches and third parties on one screen.',
      lead: 'No more calls to ask whether Osaka has it. See how many are where, on the road included.',
      sections: [
        {
          heading: 'Goods on the road count too',
          text: 'What has left one site and not reached the next is shown as in transit. Nothing is lost between two books.',
        },
        {
          heading: 'Transfers suggested',
          text: 'Short here, plenty there: such items are found, with the quantity to move.',
        },
        {
          heading: 'Rights by site',
          text: 'Decide per person which sites may be seen and which changed. Partners see only what they need.',
        },
      ],
    },
    {
      slug: 'integrations',
      title: 'Sales and accounting, connected',
      summary: 'From order to revenue to purchase, without typing it twice.',
      lead: 'Typing the same slip twice makes nothing. Tsumiki Stock connects to the sales and accounting software you have.',
      sections: [
        {
          heading: 'By CSV or by API',
          text: 'From scheduled CSV files to live calls: begin the way you work today.',
        },
        {
          heading: 'A faster monthly close',
          text: 'Inventory value on the day of closing, by moving average or first-in, first-out.',
        },
        {
          heading: 'Failures do not hide',
          text: 'A slip that could not be passed on stays listed with its reason until it has been fixed and sent.',
        },
      ],
    },
  ],
  cases: [
    {
      slug: 'aoba-seiko',
      customer: 'Aoba Seiko',
      profile: 'Machined parts, 120 employees',
      title: 'A two-day shutdown became thirty minutes a morning',
      summary: 'From full counts to cycle counts; differences fell from 3.1% to 0.4%.',
      lead: 'Aoba Seiko stocks 8,000 parts and used to close the plant for two days to count them. Now it counts twenty shelves each morning.',
      figures: [
        { value: '2 → 0', label: 'days closed to count' },
        { value: '0.4%', label: 'stock difference' },
        { value: '5 weeks', label: 'to go live' },
      ],
      sections: [
        {
          heading: 'Before',
          text: 'Books and shelves disagreed, and shortages came to light on the day of assembly: forty rush purchases a month.',
        },
        {
          heading: 'Why Tsumiki Stock',
          text: 'They could start with the phones people already carried, without buying scanners.',
        },
        {
          heading: 'Now',
          text: 'Six in ten differences turned out to be goods on the wrong shelf. New labels, and rush purchases fell to six a month.',
        },
      ],
    },
    {
      slug: 'minato-shokuhin',
      customer: 'Minato Foods',
      profile: 'Food wholesale, 45 employees',
      title: 'Sixty per cent less food thrown away',
      summary: 'Nearest date first, and a warning three weeks ahead.',
      lead: 'Chilled and ambient, 2,400 items: Minato Foods moved its expiry dates from paper to Tsumiki Stock.',
      figures: [
        { value: '−62%', label: 'value of expired goods' },
        { value: '15 min', label: 'to find goods to recall' },
        { value: '3 weeks', label: 'to go live' },
      ],
      sections: [
        { heading: 'Before', text: 'Expired goods at the back of a shelf were found when it was time to ship them.' },
        {
          heading: 'Why Tsumiki Stock',
          text: 'Because the screen leads the order of picking, newcomers get first-in, first-out right from day one.',
        },
        {
          heading: 'Now',
          text: 'Three weeks before the date, sales begins to offer a discount. Waste is down by sixty per cent in value.',
        },
      ],
    },
    {
      slug: 'hokuto-denzai',
      customer: 'Hokuto Denzai',
      profile: 'Electrical wholesale, 300 employees',
      title: 'Five sites on one screen',
      summary: 'From eighty calls a day between branches to five.',
      lead: 'Hokuto Denzai keeps 60,000 items at five sites in northern Japan. One system replaced one at each site.',
      figures: [
        { value: '80 → 5', label: 'calls a day' },
        { value: '¥180 m', label: 'less stock' },
        { value: '4 months', label: 'to reach five sites' },
      ],
      sections: [
        {
          heading: 'Before',
          text: 'They ordered from suppliers what another branch had in stock, since nobody answered the phone.',
        },
        {
          heading: 'Why Tsumiki Stock',
          text: 'The sales software could stay. Two weeks were enough to test the connection.',
        },
        {
          heading: 'Now',
          text: 'With goods on the road in view, sales people name a delivery date in front of the customer.',
        },
      ],
    },
  ],
  pricePage: {
    title: 'Pricing',
    lead: 'No set-up fee. Three plans by sites and people; prices are per month, before tax.',
    plans: [
      {
        name: 'Start',
        price: '¥28,000',
        unit: 'a month',
        forWhom: 'Begin with one warehouse',
        includes: ['1 site, up to 5 people', 'Up to 3,000 items', 'Counting without stopping', 'Support by mail'],
      },
      {
        name: 'Team',
        price: '¥78,000',
        unit: 'a month',
        forWhom: 'Connect plant and branches',
        includes: [
          '3 sites, up to 20 people',
          'Up to 30,000 items',
          'Lots, expiry, reorder points',
          'CSV and API',
          'Support by phone',
        ],
      },
      {
        name: 'Enterprise',
        price: 'By quote',
        unit: '',
        forWhom: 'All sites in one',
        includes: [
          'Any number of sites and people',
          'Rights by site',
          'A rollout lead of your own',
          'Guaranteed uptime',
        ],
      },
    ],
    questionsTitle: 'Questions we are asked',
    questions: [
      {
        question: 'Do we need handheld scanners?',
        answer: 'No. A phone’s camera reads the codes. Scanners you own can be used as they are.',
      },
      {
        question: 'Can we change plans later?',
        answer: 'Yes, from the next month. Going down deletes no data.',
      },
      { question: 'Can we try it?', answer: 'The Team plan is free for 30 days. No payment details needed.' },
    ],
  },
  form: {
    required: 'required',
    company: 'Company',
    department: 'Department',
    jobTitle: 'Job title',
    name: 'Name',
    email: 'Mail address',
    phone: 'Phone',
    employees: 'Employees',
    employeeBands: ['1–49', '50–299', '300–999', '1,000 or more'],
    choose: 'Choose one',
    message: 'Your question',
    requestMessage: 'What troubles you now',
    consent: 'Send me examples of use and invitations to seminars by mail',
    privacy: 'We use your details only to send the brochure and to answer you. You can stop our mails at any time.',
  },
  requestPage: {
    title: 'Get the brochure',
    lead: 'Every screen, how a rollout goes, and costs by industry (24 pages, PDF), sent by mail.',
    submit: 'Get the brochure',
    thanksTitle: 'Thank you for your request',
    thanks: [
      'A mail about the brochure goes to the address you entered.',
      'Meanwhile, see what our customers do with it.',
    ],
  },
  contactPage: {
    title: 'Contact us',
    lead: 'A quote, a demonstration, advice on a rollout: we answer within one business day.',
    submit: 'Send your question',
    thanksTitle: 'Thank you for your question',
    thanks: ['Someone will read it and get back to you within one business day.'],
  },
  backHome: 'To the top page',
  notFound: 'Page not found',
  footer: 'Tsumiki Works is a made-up company.',
};
